package org.careline.telephony;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careline.routing.CallPlan;
import org.careline.routing.Opening;
import org.careline.settings.ClinicNumbers;
import org.careline.settings.ClinicNumbers.ClinicNumber;
import org.careline.settings.CrisisLines;
import org.careline.settings.Words;

/**
 * What callers hear when no phone rings. Every document is rendered at the start, per clinic number in its language, and
 * never again: an answer needs a look-up in a map and nothing that could fail. Addresses in it are bare paths with nothing
 * personal.
 */
final class VoiceScript {

    private static final List<Tongue> EVERY_TONGUE = List.of(Tongue.values());

    private final Voicemail voicemail;
    private final CallPlan rules;
    private final Set<String> holidays;
    private final Map<String, Line> lines;
    private final Line unknown;

    /**
     * What a number needs for its answers.
     *
     * @param nobody greets and takes a message, because nobody can come
     * @param holidays the same on a holiday, by its name
     * @param nobodyCame takes a message after phones have rung
     */
    private record Line(
            Map<String, String> attribution,
            Reply nobody,
            Reply closed,
            Map<String, Reply> holidays,
            Reply nobodyCame,
            Reply farewell) {}

    /** @param holidays the names of all holidays that callers may hear of */
    VoiceScript(ClinicNumbers numbers, CrisisLines crisis, CallPlan rules, Collection<String> holidays) {
        this.voicemail = new Voicemail(crisis);
        this.rules = rules;
        this.holidays = Set.copyOf(holidays);
        this.lines = numbers.numbers().stream()
                .collect(Collectors.toUnmodifiableMap(ClinicNumber::number, this::line, (first, again) -> first));
        this.unknown = line(Map.of(), EVERY_TONGUE, tongue -> tongue.greeting);
    }

    private Line line(ClinicNumber number) {
        Map<String, String> attribution = Map.of("number", number.number(), "source", number.source());
        return line(attribution, List.of(Tongue.of(number.language())), any -> number.greeting());
    }

    private Line line(Map<String, String> attribution, List<Tongue> tongues, Function<Tongue, String> greeting) {
        List<Speech> greetings = tongues.stream()
                .map(tongue -> Speech.of(tongue, greeting.apply(tongue)))
                .toList();
        List<Speech> greeted = tongues.stream().map(Speech::of).toList();
        return new Line(
                attribution,
                voicemail.greeting(greetings, rules.nobody()),
                voicemail.greeting(greetings, rules.closed()),
                holidays.stream()
                        .collect(Collectors.toUnmodifiableMap(
                                Function.identity(), name -> voicemail.greeting(greetings, rules.holiday(name)))),
                voicemail.greeting(greeted, rules.nobody()),
                voicemail.farewell(tongues));
    }

    /** Where people found this number, as the clinic tells it; nothing if it is not the clinic's. */
    Map<String, String> attribution(String dialled) {
        return at(dialled).attribution();
    }

    /** Whether it is a number of the clinic. */
    boolean knows(String dialled) {
        return lines.containsKey(dialled);
    }

    /** Greets and takes a message; on a number that is not the clinic's, in every language and without its name. */
    Reply greeting(String dialled) {
        return at(dialled).nobody();
    }

    /** The same in the words for this opening. */
    Reply greeting(String dialled, Opening opening) {
        Line line = at(dialled);
        return switch (opening.state()) {
            case OPEN -> line.nobody();
            case CLOSED -> line.closed();
            case HOLIDAY -> line.holidays().getOrDefault(opening.holiday(), line.closed());
        };
    }

    /** Takes a message from a caller who was greeted, after phones have rung. */
    Reply nobodyCame(String dialled) {
        return at(dialled).nobodyCame();
    }

    /** Thanks for a message and ends the call. */
    Reply farewell(String dialled) {
        return at(dialled).farewell();
    }

    private Line at(String dialled) {
        return lines.getOrDefault(dialled, unknown);
    }

    /** How long taking a message can last after the greeting, whatever the language and the opening. */
    Duration longestVoicemail() {
        List<Words> reasons = Stream.concat(
                        Stream.of(rules.nobody(), rules.closed()),
                        holidays.stream().map(rules::holiday))
                .toList();
        return EVERY_TONGUE.stream()
                .flatMap(tongue -> reasons.stream().map(why -> voicemail.longest(tongue, why)))
                .max(Duration::compareTo)
                .orElseThrow();
    }
}
