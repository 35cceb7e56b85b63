package org.careline.api;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.careline.lead.LeadWithHistory;
import org.careline.recording.KeptRecording;
import org.careline.recording.RecordingBook;
import org.careline.recording.RecordingId;

/**
 * A recording of a call.
 *
 * @param state {@code expected} while its sound is with the carrier alone, {@code whole} or {@code kept} once it is here, then
 *     {@code erasing}, {@code erased}; {@code lost} if the carrier has no sound of it
 * @param keptUntil when it is erased; missing unless it is here
 */
record RecordingOut(
        String id,
        String state,

        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> keptUntil) {

    /** Those of a lead's touches, by their ids. */
    static Map<String, RecordingOut> of(LeadWithHistory file, RecordingBook book) {
        List<RecordingId> ids = file.touches().stream()
                .flatMap(touch -> touch.recordings().stream())
                .filter(RecordingId::isOne)
                .distinct()
                .map(RecordingId::new)
                .toList();
        Map<RecordingId, KeptRecording> known = book.find(ids);
        return ids.stream().collect(toMap(RecordingId::value, id -> of(id, Optional.ofNullable(known.get(id)))));
    }

    private static RecordingOut of(RecordingId id, Optional<KeptRecording> known) {
        return new RecordingOut(
                id.value(),
                known.map(one -> one.state().name().toLowerCase(Locale.ROOT)).orElse("expected"),
                known.map(KeptRecording::keptUntil).map(ApiTime::of));
    }
}
