package org.careline.console;

import java.time.Duration;
import java.time.Instant;
import org.careline.lead.Lane;
import org.careline.lead.NextAction;
import org.jspecify.annotations.Nullable;

/**
 * The next action as a page shows it.
 *
 * @param at when it is due, ISO 8601
 * @param urgent whether lateness is alarming: for work that must be done at once. All red is no alarm, so everything else,
 *     and what has been late for a day, stays grey
 */
record Due(String lane, String laneKey, String what, String at, String left, boolean urgent, boolean late) {

    private static final Duration ALARMING = Duration.ofDays(1);

    static Due of(@Nullable NextAction next, Instant now) {
        if (next == null) {
            return new Due("", "", "Nothing", "", "", false, false);
        }
        boolean atOnce = next.lane().compareTo(Lane.L3) <= 0;
        boolean lately = next.dueAt().plus(ALARMING).isAfter(now);
        return new Due(
                InWords.of(next.lane()),
                next.lane().name(),
                InWords.of(next.what()),
                next.dueAt().toString(),
                Countdown.words(now, next.dueAt()),
                atOnce && lately,
                next.dueAt().isBefore(now));
    }
}
