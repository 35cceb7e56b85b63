package org.careline.console;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.careline.lead.Fact;
import org.careline.lead.LeadWithHistory;
import org.careline.lead.Touch;
import org.careline.recording.FinishedRecording.Kind;
import org.careline.recording.KeptRecording;
import org.careline.recording.RecordingBook;
import org.careline.recording.RecordingId;

/**
 * A recording on a lead's page.
 *
 * @param title a message or a talk
 * @param length such as 1:05
 * @param at when its call was
 * @param here whether it can be listened to
 * @param where where its sound is, in words that end with {@code until}, if there is one
 */
record RecordingView(
        String id, String title, String length, Instant at, boolean here, String where, Optional<Instant> until) {

    private static final String NOT_HERE_YET = "Still with the phone company. It can be heard here in a few minutes.";
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
                .map(one ->
                        of(one.getKey(), one.getValue(), Optional.ofNullable(known.get(new RecordingId(one.getKey())))))
                .sorted((one, other) -> other.at().compareTo(one.at()))
                .toList();
    }

    private static RecordingView of(String id, Touch touch, Optional<KeptRecording> known) {
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
                message || known.filter(one -> one.kind() == Kind.MESSAGE).isPresent() ? "Message" : "Talk",
                seconds.isEmpty() ? "" : length(Integer.parseInt(seconds)),
                touch.at(),
                known.filter(KeptRecording::here).isPresent(),
                known.map(RecordingView::where).orElse(NOT_HERE_YET),
                known.map(one -> one.here() ? one.keptUntil() : one.erasedAt()));
    }

    static String length(int seconds) {
        return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    }

    private static String where(KeptRecording known) {
        return switch (known.state()) {
            case EXPECTED -> NOT_HERE_YET;
            case WHOLE, KEPT -> "Kept until ";
            case ERASING -> "Its time is over; it is being erased.";
            case ERASED -> "Erased on ";
            case LOST -> "The phone company has no sound of it.";
        };
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
        return where + until.map(day -> DAY.format(day.atZone(zone)) + ".").orElse("");
    }
}
