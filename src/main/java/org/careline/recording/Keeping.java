package org.careline.recording;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.careline.recording.SoundSource.Deleted;
import org.careline.recording.SoundSource.Fetched;
import org.careline.staff.Alarms;
import org.careline.store.GuardedStore;

/**
 * Does the next step with a recording: fetch its sound and prove that it is whole here; delete it at the carrier; erase it when
 * its time is over. A step begins with a guarded write that says when it is done again, so a crash, a lost answer and a
 * failure are one thing, and of two nodes one steps back.
 */
final class Keeping {

    /** Failures in a row before people are told, and after that each time: more than an hour. */
    static final int PATIENCE = 6;

    /** Longer than the longest talk takes to be fetched. */
    static final Duration FIRST_PAUSE = Duration.ofMinutes(2);

    static final Duration LONGEST_PAUSE = Duration.ofHours(6);

    /** In a rehearsal nothing can be fetched. */
    static final Duration UNASKED_PAUSE = Duration.ofMinutes(10);

    /** A sound that is not there after this never comes. */
    static final Duration NEVER = Duration.ofDays(1);

    private static final int DOUBLINGS = 12;

    private final GuardedStore<RecordingId, StoredRecording> recordings;
    private final Sounds sounds;
    private final SoundSource source;
    private final Alarms alarms;
    private final Clock clock;

    Keeping(
            GuardedStore<RecordingId, StoredRecording> recordings,
            Sounds sounds,
            SoundSource source,
            Alarms alarms,
            Clock clock) {
        this.recordings = recordings;
        this.sounds = sounds;
        this.source = source;
        this.alarms = alarms;
        this.clock = clock;
    }

    /** Does what is due for this one, unless somebody else has begun to. */
    void step(StoredRecording due) {
        StoredRecording begun = due.begun(clock.instant().plus(pause(due.stage().failures())));
        if (!write(begun)) {
            return;
        }
        StoredRecording mine = begun.written();
        switch (mine.state()) {
            case EXPECTED -> fetch(mine);
            case WHOLE -> deleteThere(mine);
            case ERASING -> erase(mine);
            case KEPT, ERASED, LOST -> throw new IllegalStateException("Nothing is due for " + mine.id());
        }
    }

    private static Duration pause(int failures) {
        Duration longer = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, DOUBLINGS));
        return longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
    }

    private void fetch(StoredRecording mine) {
        Fetched fetched = source.fetch(mine.id());
        if (fetched instanceof Sound sound) {
            keep(mine, sound.bytes());
        } else if (fetched instanceof Fetched.NotAsked) {
            write(mine.waiting(clock.instant().plus(UNASKED_PAUSE)));
        } else if (fetched instanceof Fetched.NotThere && never(mine)) {
            alarms.raise(Alarms.Kind.RECORDING_NOT_KEPT, mine.id().value());
            write(mine.resting(State.LOST, clock.instant()));
        } else {
            failed(mine);
        }
    }

    private boolean never(StoredRecording mine) {
        return mine.stage().since().plus(NEVER).isBefore(clock.instant());
    }

    /** What was stored is read back before it counts: after this the carrier's copy is deleted. */
    private void keep(StoredRecording mine, byte[] sound) {
        int count = sounds.put(mine, sound);
        boolean proved = sounds.read(mine, count)
                .filter(read -> Arrays.equals(read, sound))
                .isPresent();
        if (proved) {
            write(mine.whole(count, sounds.keyName(), clock.instant()));
        } else {
            failed(mine);
        }
    }

    private void deleteThere(StoredRecording mine) {
        sounds.tidy(mine);
        Deleted deleted = source.delete(mine.id());
        switch (deleted) {
            case GONE -> write(mine.resting(State.KEPT, clock.instant()));
            case NOT_ASKED -> write(mine.waiting(clock.instant().plus(UNASKED_PAUSE)));
            case FAILED -> failed(mine);
        }
    }

    private void erase(StoredRecording mine) {
        sounds.erase(mine);
        write(mine.resting(State.ERASED, clock.instant()));
    }

    private void failed(StoredRecording mine) {
        if (mine.stage().failures() >= PATIENCE) {
            alarms.raise(Alarms.Kind.RECORDING_NOT_KEPT, mine.id().value());
        }
    }

    /** A write that does not hold is somebody else's turn, or it is done again when it is due. */
    private boolean write(StoredRecording next) {
        return recordings.write(List.of(next)).contains(next.id());
    }
}
