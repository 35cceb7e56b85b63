package org.careline.console;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careline.lead.Asked;
import org.careline.lead.Fact;
import org.careline.lead.LeadWithHistory;
import org.careline.lead.Touch;
import org.jspecify.annotations.Nullable;

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
        String message = touch.message();
        return new SaidView(
                touch.at(),
                Labels.of(touch.id().channel()),
                message == null ? String.join(" ", touch.transcripts()) : message,
                message == null && !touch.transcripts().isEmpty(),
                values(touch));
    }

    private static List<Value> values(Touch touch) {
        List<Value> values = new ArrayList<>();
        Asked asked = touch.asked();
        put(values, "Name", touch.name() == null ? "" : touch.name().text());
        if (asked != null) {
            put(values, "For whom", forWhom(asked.forWhom()));
            put(
                    values,
                    "Good times",
                    asked.bestTimes().stream().map(Labels::time).collect(Collectors.joining(", ")));
            put(values, "ZIP", asked.zip());
            put(values, "Born", born(asked.dateOfBirth()));
        }
        put(values, "Language", language(touch));
        put(
                values,
                "Call back at",
                touch.callBackPhone().map(phone -> phone.national()).orElse(""));
        values.addAll(AsideLabels.of(touch));
        if (asked != null) {
            consents(values, asked);
            put(values, "Came from", cameFrom(asked.attribution()));
        }
        return values;
    }

    private static void consents(List<Value> values, Asked asked) {
        Asked.Consents given = asked.consents();
        if (given == null) {
            return;
        }
        put(values, "Agreed to", boxes(given, true));
        put(values, "Did not agree to", boxes(given, false));
        String version = given.version() == null ? "of a version that was not said" : given.version();
        String language = asked.language() == null ? "" : ", in " + Labels.language(asked.language());
        put(values, "Words of consent", version + language);
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

    private static String forWhom(@Nullable String whom) {
        return whom == null ? "" : whom.equals("self") ? "Themselves" : "Somebody else";
    }

    private static String born(@Nullable LocalDate date) {
        return date == null ? "" : DAY.format(date);
    }

    /** What a caller chose by a key stands before what a form was in. */
    private static String language(Touch touch) {
        Asked asked = touch.asked();
        return touch.facts().stream()
                .filter(fact -> fact.kind() == Fact.Kind.LANGUAGE)
                .map(fact -> Labels.language(fact.status()) + " (chosen in the call)")
                .findFirst()
                .orElseGet(() -> asked == null ? "" : Labels.language(asked.language()));
    }

    private static String cameFrom(Map<String, String> attribution) {
        return attribution.entrySet().stream()
                .map(entry -> Labels.attribution(entry.getKey()) + " " + entry.getValue())
                .collect(Collectors.joining(" · "));
    }

    private static void put(List<Value> values, String label, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            values.add(new Value(label, value));
        }
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
