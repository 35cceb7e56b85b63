package org.careline.recording;

import java.time.Instant;
import org.careline.lead.SourceId;
import org.careline.recording.FinishedRecording.Kind;
import org.careline.store.Versioned;
import org.jspecify.annotations.Nullable;

/**
 * A recording and what is to be done with it. Its sound lies in pieces beside it.
 *
 * @param tries how often its sound was tried to be fetched; each try has pieces of its own
 * @param failures how often the present step has failed in a row
 * @param dueAt when it is worked on again; null if it rests
 * @param pieces how many pieces its sound has; 0 until it is whole
 * @param key the name of the key that they are sealed with; empty until it is whole
 * @param since since when it is in its state
 */
record StoredRecording(
        RecordingId id,
        long rev,
        SourceId call,
        Kind kind,
        int seconds,
        Instant madeAt,
        State state,
        int tries,
        int failures,
        @Nullable Instant dueAt,
        int pieces,
        String key,
        Instant since)
        implements Versioned<RecordingId> {

    static StoredRecording expected(FinishedRecording one, Instant now) {
        return new StoredRecording(
                one.id(),
                0,
                one.call(),
                one.kind(),
                one.seconds(),
                one.madeAt(),
                State.EXPECTED,
                0,
                0,
                now,
                0,
                "",
                now);
    }

    /** Somebody begins to work on it; nobody else does until then, unless they die. */
    StoredRecording begun(Instant again) {
        int next = state == State.EXPECTED ? tries + 1 : tries;
        return new StoredRecording(
                id, rev, call, kind, seconds, madeAt, state, next, failures + 1, again, pieces, key, since);
    }

    /** This, after it was written. */
    StoredRecording written() {
        return new StoredRecording(
                id, rev + 1, call, kind, seconds, madeAt, state, tries, failures, dueAt, pieces, key, since);
    }

    /** Nobody was asked: it waits, and that is no failure. */
    StoredRecording waiting(Instant until) {
        return new StoredRecording(id, rev, call, kind, seconds, madeAt, state, tries, 0, until, pieces, key, since);
    }

    StoredRecording whole(int count, String sealedWith, Instant now) {
        return new StoredRecording(
                id, rev, call, kind, seconds, madeAt, State.WHOLE, tries, 0, now, count, sealedWith, now);
    }

    /** It goes on to this state, where something is to be done at once. */
    StoredRecording onwards(State next, Instant now) {
        return new StoredRecording(id, rev, call, kind, seconds, madeAt, next, tries, 0, now, pieces, key, now);
    }

    /** It goes on to this state, and rests. */
    StoredRecording resting(State next, Instant now) {
        return new StoredRecording(id, rev, call, kind, seconds, madeAt, next, tries, 0, null, pieces, key, now);
    }
}
