package org.careline.console;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import org.careline.followup.Dispositions;
import org.careline.lead.Action;
import org.careline.lead.Conversation;
import org.careline.lead.Lane;
import org.careline.lead.Lead;
import org.careline.lead.NextAction;
import org.careline.lead.Stage;
import org.careline.staff.CoordinatorId;

/**
 * The next action as a page shows it.
 *
 * @param lane a word for the lane where it is news beside what is to be done: for safety; else empty
 * @param what to do, in words
 * @param at when it is due, ISO 8601
 * @param clock the same by the clinic's clock
 * @param urgent whether lateness is alarming: for work that must be done at once. All red is no alarm, so everything else,
 *     and what has been late for a day, stays grey
 */
record Due(
        String lane, String laneKey, String what, String at, String clock, String left, boolean urgent, boolean late) {

    private static final Due NOTHING = new Due("", "", "Nothing", "", "", "", false, false);
    private static final Duration ALARMING = Duration.ofDays(1);

    /** Where and when it is shown. */
    record Shown(Instant now, ZoneId zone, Function<CoordinatorId, String> names) {}

    static Due of(Lead lead, Shown shown) {
        return Optional.ofNullable(lead.next())
                .map(next -> of(lead, next, shown))
                .orElse(NOTHING);
    }

    private static Due of(Lead lead, NextAction next, Shown shown) {
        Instant now = shown.now();
        boolean atOnce = next.lane().compareTo(Lane.FIRST_RESPONSE) <= 0;
        boolean lately = next.dueAt().plus(ALARMING).isAfter(now);
        return new Due(
                next.lane() == Lane.SAFETY ? Labels.of(next.lane()) : "",
                next.lane().code(),
                what(lead, next, shown),
                next.dueAt().toString(),
                ClockTime.of(next.dueAt(), now, shown.zone()),
                Countdown.words(now, next.dueAt()),
                atOnce && lately,
                next.dueAt().isBefore(now));
    }

    /** A talk and a consultation are named: what is to be done about them is another thing than any other look. */
    private static String what(Lead lead, NextAction next, Shown shown) {
        if (next.what() == Action.CALL && next.lane() == Lane.FOLLOW_UP) {
            return "Follow-up call";
        }
        if (next.what() != Action.REVIEW) {
            return Labels.of(next.what());
        }
        if (next.lane() == Lane.SAFETY) {
            return "Reach them now";
        }
        return lead.times()
                .untold()
                .filter(talk -> talk.until().plus(Conversation.TO_NOTE).equals(next.dueAt()))
                .map(talk -> "Note what came of the talk with " + shown.names().apply(talk.by()) + ", "
                        + ClockTime.of(talk.from(), shown.now(), shown.zone()) + ", "
                        + CallLabels.length(talk.length()))
                .orElseGet(() -> look(lead, next, shown));
    }

    private static String look(Lead lead, NextAction next, Shown shown) {
        if (lead.stage() != Stage.BOOKED) {
            return Labels.of(next.what());
        }
        Instant begins = next.dueAt().minus(Dispositions.AFTER_CONSULTATION);
        return begins.isAfter(shown.now())
                ? "Consultation " + ClockTime.of(begins, shown.now(), shown.zone())
                : "See whether they came to the consultation";
    }
}
