package org.careline.console;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.careline.lead.Fact;
import org.careline.lead.LeadWithHistory;
import org.careline.lead.Touch;
import org.careline.recording.FinishedRecording.Kind;
import org.careline.recording.KeptRecording;
import org.careline.recording.RecordingBook;
import org.careline.recording.RecordingId;
import org.jspecify.annotations.Nullable;

/**
 * A recording on a lead's page.
 *
 * @param title a message or a talk
 * @param length such as 1:05
 * @param at when its call was
 * @param here whether it can be listened to
 * @param where where its sound is, in words that end with {@code until}, if that is not null
 */
record RecordingView(
        String id,
        String title,
        String length,
        Instant at,
        boolean here,
        String where,
        @Nullable Instant until) {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMM, HH:mm z", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    /** Every recording of a lead's calls, the newest first. What is not handed over yet is still with the carrier. */
    static List<RecordingView> of(LeadWithHistory file, RecordingBook book) {
        Map<String, Touch> touches = file.touches().stream()
                .flatMap(touch -> touch.recordings().stream().map(id -> Map.entry(id, touch)))
                .filter(one -> RecordingId.isOne(one.getKey()))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue, (first, again) -> first));
        Map<RecordingId, KeptRecording> known =
                book.find(touches.keySet().stream().map(RecordingId::new).toList());
        return touches.entrySet().stream()
                .map(one -> of(one.getKey(), one.getValue(), known.get(new RecordingId(one.getKey()))))
                .sorted((one, other) -> other.at().compareTo(one.at()))
                .toList();
    }

    private static RecordingView of(String id, Touch touch, @Nullable KeptRecording known) {
        String seconds = touch.facts().stream()
                .filter(fact -> fact.recording().filter(id::equals).isPresent())
                .map(fact -> fact.values().getOrDefault("duration", ""))
                .filter(text -> text.matches("\\d{1,6}"))
                .findFirst()
                .orElse("");
        boolean message = touch.facts().stream()
                .anyMatch(fact -> fact.kind() == Fact.Kind.VOICEMAIL
                        && fact.recording().filter(id::equals).isPresent());
        return new RecordingView(
                id,
                message || (known != null && known.kind() == Kind.MESSAGE) ? "Message" : "Talk",
                seconds.isEmpty() ? "" : length(Integer.parseInt(seconds)),
                touch.at(),
                known != null && known.here(),
                where(known),
                until(known));
    }

    static String length(int seconds) {
        return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    }

    private static String where(@Nullable KeptRecording known) {
        if (known == null) {
            return "Still with the phone company. It can be heard here in a few minutes.";
        }
        return switch (known.state()) {
            case EXPECTED -> "Still with the phone company. It can be heard here in a few minutes.";
            case WHOLE, KEPT -> "Kept until ";
            case ERASING -> "Its time is over; it is being erased.";
            case ERASED -> "Erased on ";
            case LOST -> "The phone company has no sound of it.";
        };
    }

    private static @Nullable Instant until(@Nullable KeptRecording known) {
        if (known == null) {
            return null;
        }
        return known.here() ? known.keptUntil() : known.erasedAt();
    }

    public String path() {
        return RecordingController.PATH + id;
    }

    /** Day and time by the clinic's clock. */
    public String when(ZoneId zone) {
        return WHEN.format(at.atZone(zone));
    }

    /** Where its sound is and for how long, as a sentence. */
    public String state(ZoneId zone) {
        return until == null ? where : where + DAY.format(until.atZone(zone)) + ".";
    }
}
