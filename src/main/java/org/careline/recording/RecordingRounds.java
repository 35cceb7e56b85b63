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
import org.careline.node.BackgroundJob;
import org.careline.node.Next;
import org.careline.node.Pace;
import org.careline.store.GuardedStore;
import org.careline.store.StoreUnavailable;

/**
 * Takes finished recordings, works on those that are due, and begins to erase those whose time is over. Any number of nodes
 * may do it at once.
 */
final class RecordingRounds extends BackgroundJob implements FinishedRecordings {

    private static final Pace PACE = Pace.between(Duration.ofSeconds(5), Duration.ofMinutes(1));
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
        super("recordings", PACE);
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
        nudge();
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
    protected Next work() {
        boolean took = takeHints();
        boolean expired = expire();
        List<StoredRecording> due = rows.due(clock.instant(), PAGE);
        due.forEach(keeping::step);
        return Next.after(took || expired || !due.isEmpty());
    }

    /** A hint is let go only when it is durable. */
    private boolean takeHints() {
        List<FinishedRecording> some = hints.stream().limit(PAGE).toList();
        take(some);
        hints.removeAll(some);
        return !some.isEmpty();
    }

    private boolean expire() {
        Instant now = clock.instant();
        List<StoredRecording> over = rows.madeBy(State.KEPT, now.minus(keep), PAGE);
        recordings.write(
                over.stream().map(one -> one.onwards(State.ERASING, now)).toList());
        return !over.isEmpty();
    }
}
