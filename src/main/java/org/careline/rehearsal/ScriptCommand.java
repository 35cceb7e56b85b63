package org.careline.rehearsal;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a caller of a script does, read from one line of it. */
sealed interface ScriptCommand {

    /** What the lines look like. */
    String WORDS = "wait 10s, press 9, hear \"words\", say words, leave-message 20s or hang-up";

    Pattern LINE = Pattern.compile("(?<verb>wait|press|hear|say|leave-message|hang-up)(?: +(?<rest>.+))?");
    Pattern TIME = Pattern.compile("(\\d{1,4})(s|m)");

    /** Does nothing for a while. */
    record Wait(Duration time) implements ScriptCommand {}

    /** Presses keys as soon as something listens. */
    record Press(String keys) implements ScriptCommand {}

    /** Does not go on before these words were said. */
    record Hear(String words) implements ScriptCommand {}

    /** Says words as soon as something listens. */
    record Say(String words) implements ScriptCommand {}

    /** Speaks onto the recorder as soon as there is one. */
    record LeaveMessage(Duration length) implements ScriptCommand {}

    /** Ends the call. */
    record HangUp() implements ScriptCommand {}

    static Optional<ScriptCommand> read(String line) {
        Matcher parts = LINE.matcher(line.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        String rest = parts.group("rest") == null ? "" : parts.group("rest").replaceAll("^\"|\"$", "");
        return switch (parts.group("verb")) {
            case "wait" -> time(rest).map(Wait::new);
            case "leave-message" -> time(rest).map(LeaveMessage::new);
            case "press" -> rest.matches("[0-9*#]{1,40}") ? Optional.of(new Press(rest)) : Optional.empty();
            case "hear" -> rest.isEmpty() ? Optional.empty() : Optional.of(new Hear(rest));
            case "say" -> rest.isEmpty() ? Optional.empty() : Optional.of(new Say(rest));
            default -> rest.isEmpty() ? Optional.of(new HangUp()) : Optional.empty();
        };
    }

    private static Optional<Duration> time(String text) {
        Matcher parts = TIME.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(parts.group(1));
        return Optional.of(parts.group(2).equals("m") ? Duration.ofMinutes(number) : Duration.ofSeconds(number));
    }
}
