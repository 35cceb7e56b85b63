package org.careline.console;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careline.lead.Conversation;
import org.careline.lead.Fact;
import org.careline.lead.Fact.Kind;
import org.careline.lead.Touch;
import org.careline.lead.Waited;
import org.careline.staff.CoordinatorId;

/** What a call was, in words: who answered, how long they talked and waited, or where the caller gave up. */
final class CallLabels {

    private final Touch call;
    private final Function<CoordinatorId, String> names;

    CallLabels(Touch call, Function<CoordinatorId, String> names) {
        this.call = call;
        this.names = names;
    }

    /** The whole of it, in sentences without the last stop; empty while nothing is known. */
    String sentences() {
        List<String> all = new ArrayList<>();
        all.add(whatCame());
        call.waited()
                .filter(waited -> waited.how() != Waited.How.ABANDONED)
                .ifPresent(waited -> all.add("waited " + length(waited.length())));
        String rung = rung();
        if (!rung.isEmpty()) {
            all.add("rang in vain: " + rung);
        }
        return all.stream()
                .filter(text -> !text.isEmpty())
                .map(CallLabels::capital)
                .collect(Collectors.joining(". "));
    }

    /** What came of it, in a few words; empty while nothing is known. */
    String whatCame() {
        Optional<Conversation> talk =
                call.talks().filter(one -> !one.calledBack()).findFirst();
        if (talk.isPresent()) {
            return talked(talk.get());
        }
        String asked = asked();
        if (!asked.isEmpty()) {
            return asked;
        }
        return call.end().map(this::gaveUp).orElseGet(this::onTheLine);
    }

    /** Who talked with them, and for how long. */
    String talked(Conversation talk) {
        return names.apply(talk.by()) + " talked with them for " + length(talk.length());
    }

    /** What came of a call back that nobody talked in; empty for a fact of any other kind. */
    String calledBack(Fact fact) {
        return switch (fact.kind() == Kind.CALLED_BACK ? fact.status() : "") {
            case "not-reached" ->
                "Called back: " + names.apply(new CoordinatorId(fact.values().getOrDefault("by", ""))) + " accepted, "
                        + phone(fact.values().getOrDefault("came", ""));
            case "given-up" -> "Not called back in time: nobody took it. The call back is still owed";
            default -> "";
        };
    }

    private static String phone(String came) {
        return switch (came) {
            case "no-answer" -> "the person\u2019s phone rang out";
            case "busy" -> "the person\u2019s line was busy";
            case "failed" -> "the person\u2019s phone was not reached";
            default -> "the person was not reached";
        };
    }

    private String asked() {
        if (call.facts().stream()
                .anyMatch(fact -> fact.kind() == Kind.CRISIS && !fact.status().equals(Fact.IN_A_MESSAGE))) {
            return "asked for the crisis line";
        }
        if (call.knows(Kind.CALL_BACK)) {
            return "asked to be called back";
        }
        return call.facts().stream()
                .filter(fact -> fact.kind() == Kind.VOICEMAIL)
                .map(CallLabels::message)
                .findFirst()
                .orElse("");
    }

    private static String message(Fact voicemail) {
        String seconds = voicemail.values().getOrDefault("duration", "");
        return seconds.matches("\\d{1,6}")
                ? "voicemail, " + RecordingView.length(Integer.parseInt(seconds))
                : "voicemail";
    }

    private String gaveUp(Fact end) {
        if (call.knows(Kind.ACCEPTED)) {
            return accepted() + ", but they did not talk";
        }
        Optional<Waited> waited = call.waited();
        if (waited.isPresent()) {
            return gaveUp(waited.get());
        }
        List<Fact> rang =
                call.facts().stream().filter(fact -> fact.kind() == Kind.RANG).toList();
        if (!rang.isEmpty()) {
            boolean before = rang.get(rang.size() - 1).values().containsValue("canceled");
            return before ? "hung up while phones rang" : "nobody took the call, and no message was left";
        }
        return end.status().equals("completed")
                ? atTheBeginning(end)
                : end.status().replace('-', ' ');
    }

    private static String gaveUp(Waited waited) {
        return switch (waited.how()) {
            case ABANDONED ->
                "hung up while waiting in line" + (waited.place() > 0 ? ", as number " + waited.place() : "")
                        + ", after " + length(waited.length());
            case FOR_A_MESSAGE -> "nobody took the call; asked for a message, they left none";
            case TALKED -> "was connected";
            case FOR_A_CALL_BACK -> "asked to be called back";
            case FOR_THE_CRISIS_LINE -> "asked for the crisis line";
        };
    }

    private String atTheBeginning(Fact end) {
        boolean pressed = call.knows(Kind.LANGUAGE) || call.knows(Kind.RECORDING_CONSENT);
        String seconds = end.values().getOrDefault("duration", "");
        return "hung up in the " + (pressed ? "menu" : "greeting")
                + (seconds.matches("\\d{1,6}") ? ", after " + length(Duration.ofSeconds(Long.parseLong(seconds))) : "");
    }

    private String onTheLine() {
        return call.knows(Kind.ACCEPTED) ? accepted() : "";
    }

    private String accepted() {
        return call.facts().stream()
                        .filter(fact -> fact.kind() == Kind.ACCEPTED)
                        .map(fact -> names.apply(new CoordinatorId(fact.status())))
                        .distinct()
                        .collect(Collectors.joining(" and "))
                + " took the call";
    }

    private String rung() {
        Stream<CoordinatorId> inLine = call.waited().stream().flatMap(waited -> waited.rung().stream());
        Stream<CoordinatorId> dialled = call.facts().stream()
                .filter(fact -> fact.kind() == Kind.RANG)
                .map(fact -> new CoordinatorId(fact.status()));
        return Stream.concat(inLine, dialled).distinct().map(names).collect(Collectors.joining(", "));
    }

    /** "34 s", "6 min", "1 h 5 min". */
    static String length(Duration length) {
        if (length.toSeconds() < 90) {
            return length.toSeconds() + " s";
        }
        long minutes = length.plusSeconds(30).toMinutes();
        return minutes < 60
                ? minutes + " min"
                : minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
    }

    static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ENGLISH) + text.substring(1);
    }
}
