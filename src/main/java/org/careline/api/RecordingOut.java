package org.careline.api;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.careline.lead.LeadWithHistory;
import org.careline.recording.KeptRecording;
import org.careline.recording.RecordingBook;
import org.careline.recording.RecordingId;
import org.jspecify.annotations.Nullable;

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

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String keptUntil) {

    /** Those of a lead's touches, by their ids. */
    static Map<String, RecordingOut> of(LeadWithHistory file, RecordingBook book) {
        List<RecordingId> ids = file.touches().stream()
                .flatMap(touch -> touch.recordings().stream())
                .filter(RecordingId::isOne)
                .distinct()
                .map(RecordingId::new)
                .toList();
        Map<RecordingId, KeptRecording> known = book.find(ids);
        return ids.stream().collect(toMap(RecordingId::value, id -> of(id, known.get(id))));
    }

    private static RecordingOut of(RecordingId id, @Nullable KeptRecording known) {
        return known == null
                ? new RecordingOut(id.value(), "expected", null)
                : new RecordingOut(
                        id.value(),
                        known.state().name().toLowerCase(Locale.ROOT),
                        known.keptUntil() == null ? null : ApiTime.of(known.keptUntil()));
    }
}
