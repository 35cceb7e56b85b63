package org.careline.recording;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.careline.lead.SourceId;
import org.careline.node.Seal;
import org.careline.support.MovableClock;

/** A clinic's nodes around one played store and one played carrier. */
final class Keeper {

    static final RecordingId ID = new RecordingId("RE00000000000000000000000000000001");
    static final Duration KEEP = Duration.ofDays(90);

    final MovableClock clock = new MovableClock();
    final Fate fate = new Fate();
    final PlayedStore store = new PlayedStore(fate);
    final PlayedPieces pieces = new PlayedPieces(fate);
    final PlayedSource carrier = new PlayedSource(fate);
    final List<String> alarms = new ArrayList<>();
    final Sounds sounds = new Sounds(pieces, new Seal(() -> key(1)));
    final RecordingBook book = new StoredRecordingBook(store, sounds, KEEP);

    static byte[] key(int value) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) value);
        return key;
    }

    /** Sound of so many bytes. */
    static byte[] sound(int length) {
        byte[] sound = new byte[length];
        new Random(length).nextBytes(sound);
        return sound;
    }

    FinishedRecording finished() {
        return new FinishedRecording(ID, new SourceId("call:CA1"), FinishedRecording.Kind.MESSAGE, 42, clock.instant());
    }

    /** A process that has just started. */
    RecordingRounds node() {
        Keeping keeping = new Keeping(store, sounds, carrier, (kind, about) -> alarms.add(kind + " " + about), clock);
        return new RecordingRounds(store, store, keeping, KEEP, clock);
    }

    StoredRecording stored() {
        return Objects.requireNonNull(store.recordings.get(ID), "stored");
    }

    State state() {
        return stored().state();
    }
}
