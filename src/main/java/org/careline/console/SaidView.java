package org.careline.console;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careline.contact.Language;
import org.careline.contact.PersonName;
import org.careline.contact.PhoneNumber;
import org.careline.lead.Asked;
import org.careline.lead.Fact;
import org.careline.lead.LeadWithHistory;
import org.careline.lead.Touch;

/**
 * Everything that a person said with one contact.
 *
 * @param title by which way, in words
 * @param words what they wrote, or what a machine understood of their message; empty if there is neither
 * @param byMachine whether a machine wrote the words down
 * @param values what else they said, in words: their name and a value each
 */
record SaidView(Instant at, String title, String words, boolean byMachine, List<Value> values) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    /** One thing that they said. */
    record Value(String label, String value) {}

    /** Of all contacts with which something was said, the newest first. */
    static List<SaidView> of(LeadWithHistory file) {
        return file.touches().stream()
                .filter(touch -> touch.direction() == Touch.Direction.IN)
                .sorted(Comparator.comparing(Touch::at).thenComparing(Touch::id).reversed())
                .map(SaidView::of)
                .filter(said -> !said.words.isEmpty() || !said.values.isEmpty())
                .toList();
    }

    private static SaidView of(Touch touch) {
        Optional<String> message = Optional.ofNullable(touch.message());
        return new SaidView(
                touch.at(),
                Labels.of(touch.id().channel()),
                message.orElseGet(() -> String.join(" ", touch.transcripts())),
                message.isEmpty() && !touch.transcripts().isEmpty(),
                values(touch));
    }

    private static List<Value> values(Touch touch) {
        List<Value> values = new ArrayList<>();
        Optional<Asked> asked = Optional.ofNullable(touch.asked());
        put(values, "Name", Optional.ofNullable(touch.name()).map(PersonName::text));
        asked.ifPresent(said -> wishes(values, said));
        put(values, "Language", language(touch));
        put(values, "Call back at", touch.callBackPhone().map(PhoneNumber::national));
        values.addAll(AsideLabels.of(touch));
        asked.ifPresent(said -> consents(values, said));
        put(values, "Came from", asked.map(said -> cameFrom(said.attribution())));
        return values;
    }

    private static void wishes(List<Value> values, Asked asked) {
        put(
                values,
                "For whom",
                Optional.ofNullable(asked.forWhom()).map(whom -> whom.equals("self") ? "Themselves" : "Somebody else"));
        put(
                values,
                "Good times",
                Optional.of(asked.bestTimes().stream().map(Labels::time).collect(Collectors.joining(", "))));
        put(values, "ZIP", Optional.ofNullable(asked.zip()));
        put(values, "Born", Optional.ofNullable(asked.dateOfBirth()).map(DAY::format));
    }

    private static void consents(List<Value> values, Asked asked) {
        Optional.ofNullable(asked.consents()).ifPresent(given -> {
            String version = Objects.requireNonNullElse(given.version(), "of a version that was not said");
            Optional<String> language =
                    Optional.ofNullable(asked.language()).map(spoken -> ", in " + spoken.inEnglish());
            put(values, "Agreed to", Optional.of(boxes(given, true)));
            put(values, "Did not agree to", Optional.of(boxes(given, false)));
            put(values, "Words of consent", Optional.of(version + language.orElse("")));
        });
    }

    private static String boxes(Asked.Consents given, boolean ticked) {
        return Stream.of(
                        Map.entry("a call", given.call()),
                        Map.entry("a text", given.text()),
                        Map.entry("a voicemail", given.voicemail()),
                        Map.entry("marketing", given.marketing()))
                .filter(box -> box.getValue() == ticked)
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
    }

    /** What a caller chose by a key stands before what a form was in. */
    private static Optional<String> language(Touch touch) {
        return touch.facts().stream()
                .filter(fact -> fact.kind() == Fact.Kind.LANGUAGE)
                .map(fact -> Labels.language(fact.status()) + " (chosen in the call)")
                .findFirst()
                .or(() ->
                        Optional.ofNullable(touch.asked()).map(Asked::language).map(Language::inEnglish));
    }

    private static String cameFrom(Map<String, String> attribution) {
        return attribution.entrySet().stream()
                .map(entry -> Labels.attribution(entry.getKey()) + " " + entry.getValue())
                .collect(Collectors.joining(" · "));
    }

    private static void put(List<Value> values, String label, Optional<String> value) {
        value.filter(text -> !text.isEmpty()).ifPresent(text -> values.add(new Value(label, text)));
    }

    /** Day and time by the clinic's clock. */
    public String when(ZoneId zone) {
        return TimelineEntry.WHEN.format(at.atZone(zone));
    }

    /** Nothing that a person said reaches a log. */
    @Override
    public String toString() {
        return "SaidView[" + title + " " + at + "]";
    }
}
