package org.careline.recording;

import java.time.Instant;
import java.util.Optional;
import org.careline.lead.SourceId;
import org.careline.recording.FinishedRecording.Kind;
import org.careline.store.Versioned;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.mapping.Unwrapped;

/**
 * A recording and what is to be done with it. Its sound lies in pieces beside it. In its document the fields of the groups
 * lie side by side.
 */
record StoredRecording(
        RecordingId id,
        long rev,
        @Unwrapped(onEmpty = Unwrapped.OnEmpty.USE_EMPTY) Origin origin,
        @Unwrapped(onEmpty = Unwrapped.OnEmpty.USE_EMPTY) Stage stage,
        @Unwrapped(onEmpty = Unwrapped.OnEmpty.USE_EMPTY) SealedSound sound)
        implements Versioned<RecordingId> {

    /** What was recorded. */
    record Origin(SourceId call, Kind kind, int seconds, Instant madeAt) {}

    /**
     * How far it has come.
     *
     * @param since since when it is in this state
     * @param failures how often the present step has failed in a row
     * @param dueAt when it is worked on again; null if it rests
     */
    record Stage(
            State state,
            Instant since,
            int failures,
            @Nullable Instant dueAt) {

        /** Something is to be done at once. */
        static Stage due(State state, Instant now) {
            return new Stage(state, now, 0, now);
        }

        static Stage resting(State state, Instant now) {
            return new Stage(state, now, 0, null);
        }

        Stage again(int failed, Instant at) {
            return new Stage(state, since, failed, at);
        }
    }

    /**
     * Its pieces.
     *
     * @param tries how often it was tried to be fetched; each try has pieces of its own
     * @param pieces how many they are; 0 until it is whole
     * @param key the name of the key that they are sealed with; empty until it is whole
     */
    record SealedSound(int tries, int pieces, String key) {

        static final SealedSound NONE = new SealedSound(0, 0, "");

        SealedSound triedAgain() {
            return new SealedSound(tries + 1, pieces, key);
        }

        SealedSound whole(int count, String sealedWith) {
            return new SealedSound(tries, count, sealedWith);
        }
    }

    static StoredRecording expected(FinishedRecording one, Instant now) {
        Origin origin = new Origin(one.call(), one.kind(), one.seconds(), one.madeAt());
        return new StoredRecording(one.id(), 0, origin, Stage.due(State.EXPECTED, now), SealedSound.NONE);
    }

    State state() {
        return stage.state();
    }

    /** When it is worked on again; empty if it rests. */
    Optional<Instant> dueAt() {
        return Optional.ofNullable(stage.dueAt());
    }

    /** Somebody begins to work on it; nobody else does until then, unless they die. */
    StoredRecording begun(Instant again) {
        SealedSound next = state() == State.EXPECTED ? sound.triedAgain() : sound;
        return new StoredRecording(id, rev, origin, stage.again(stage.failures() + 1, again), next);
    }

    /** This, after it was written. */
    StoredRecording written() {
        return new StoredRecording(id, rev + 1, origin, stage, sound);
    }

    /** Nobody was asked: it waits, and that is no failure. */
    StoredRecording waiting(Instant until) {
        return at(stage.again(0, until));
    }

    StoredRecording whole(int count, String sealedWith, Instant now) {
        return new StoredRecording(id, rev, origin, Stage.due(State.WHOLE, now), sound.whole(count, sealedWith));
    }

    /** It goes on to this state, where something is to be done at once. */
    StoredRecording onwards(State next, Instant now) {
        return at(Stage.due(next, now));
    }

    /** It goes on to this state, and rests. */
    StoredRecording resting(State next, Instant now) {
        return at(Stage.resting(next, now));
    }

    private StoredRecording at(Stage next) {
        return new StoredRecording(id, rev, origin, next, sound);
    }
}
