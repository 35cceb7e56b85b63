package org.careline.inbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far an inquiry has come.
 *
 * @param reason why it rests; null if it does not
 * @param dueAt when the flow takes it up; null if it rests
 */
record Standing(
        Progress progress,
        @Nullable Reason reason,
        @Nullable Instant dueAt) {

    static final Standing EARLY = resting(Progress.EARLY);
    static final Standing DONE = resting(Progress.DONE);

    static Standing due(Progress progress, Instant at) {
        return new Standing(progress, null, at);
    }

    static Standing waiting(Instant since) {
        return due(Progress.WAITING, since);
    }

    static Standing resting(Progress end, Reason why) {
        return new Standing(end, why, null);
    }

    private static Standing resting(Progress end) {
        return new Standing(end, null, null);
    }
}
