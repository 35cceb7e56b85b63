package org.careline.recording;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.careline.store.GuardedStore;
import org.careline.store.Rounds;
import org.careline.store.StoreUnavailable;

/**
 * Takes finished recordings, works on those that are due, and begins to erase those whose time is over. Any number of nodes
 * may do it at once.
 */
final class RecordingRounds extends Rounds implements FinishedRecordings {

    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int PAGE = 20;

    /** More hints than this are left to whoever tells again. */
    private static final int MOST_HINTS = 10_000;

    private final Queue<FinishedRecording> hints = new LinkedBlockingQueue<>(MOST_HINTS);
    private final GuardedStore<RecordingId, StoredRecording> recordings;
    private final RecordingRows rows;
    private final Keeping keeping;
    private final Duration keep;
    private final Clock clock;

    RecordingRounds(
            GuardedStore<RecordingId, StoredRecording> recordings,
            RecordingRows rows,
            Keeping keeping,
            Duration keep,
            Clock clock) {
        super("recordings", PAUSE);
        this.recordings = recordings;
        this.rows = rows;
        this.keeping = keeping;
        this.keep = keep;
        this.clock = clock;
    }

    /** A hint that does not fit is left out. */
    @Override
    public void hint(FinishedRecording one) {
        boolean unused = hints.offer(one);
    }

    @Override
    public void take(Collection<FinishedRecording> finished) {
        Instant now = clock.instant();
        Map<RecordingId, StoredRecording> told = new HashMap<>();
        finished.forEach(one -> told.put(one.id(), StoredRecording.expected(one, now)));
        told.keySet().removeAll(recordings.find(told.keySet()).keySet());
        told.keySet().removeAll(recordings.write(told.values()));
        told.keySet().removeAll(recordings.find(told.keySet()).keySet());
        if (!told.isEmpty()) {
            throw new StoreUnavailable("take recordings");
        }
    }

    @Override
    protected void work() {
        takeHints();
        expire();
        rows.due(clock.instant(), PAGE).forEach(keeping::step);
    }

    /** A hint is let go only when it is durable. */
    private void takeHints() {
        List<FinishedRecording> some = hints.stream().limit(PAGE).toList();
        take(some);
        hints.removeAll(some);
    }

    private void expire() {
        Instant now = clock.instant();
        Stream<StoredRecording> over = rows.madeBy(State.KEPT, now.minus(keep), PAGE).stream();
        recordings.write(over.map(one -> one.onwards(State.ERASING, now)).toList());
    }
}
