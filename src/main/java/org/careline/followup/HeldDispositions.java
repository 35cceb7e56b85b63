package org.careline.followup;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.careline.followup.OutcomeEffect.Owed;
import org.careline.lead.Action;
import org.careline.lead.DueItem;
import org.careline.lead.FollowUp;
import org.careline.lead.Outcome;
import org.careline.lead.Stage;

/**
 * What each outcome makes owed next while somebody fears for the person's safety. Nothing waits longer than
 * {@link #LONGEST}, whatever the hours are in which people may be called otherwise, for care in danger is no marketing; nothing
 * is closed; and what would be owed ordinarily is kept for the time after the hold. Pure.
 */
final class HeldDispositions {

    /** Within minutes, not hours: whoever is in danger now may not be later (leads.md §4.6). */
    static final Duration LONGEST = Duration.ofMinutes(10);

    /** The first attempt and two call backs, then a supervisor decides on a welfare check (leads.md §2.2). */
    static final int TRIES = 3;

    private static final Duration AFTER_A_BREAK = Duration.ofMinutes(1);
    private static final Duration AFTER_A_BUSY_LINE = Duration.ofMinutes(2);
    private static final Duration AFTER_RINGING = Duration.ofMinutes(5);

    /** After these the person knows of no other time than the one that was promised to them before. */
    private static final Set<Outcome> NOTHING_AGREED = EnumSet.of(
            Outcome.NO_ANSWER,
            Outcome.LEFT_VOICEMAIL,
            Outcome.MAILBOX_FULL_OR_UNSET,
            Outcome.BUSY,
            Outcome.CALL_DROPPED,
            Outcome.HUNG_UP,
            Outcome.THIRD_PARTY_ANSWERED,
            Outcome.SAFETY_CONCERN);

    private HeldDispositions() {}

    /** @param ordinarily what the outcome does to a lead that nobody fears for; never a refusal */
    static OutcomeEffect effect(OutcomeRules rules, OutcomeEffect ordinarily) {
        Row row = row(rules);
        Outcome outcome = rules.said().outcome();
        boolean kept = ordinarily instanceof Owed && outcome != Outcome.SAFETY_CONCERN;
        Stage stage = kept ? ((Owed) ordinarily).stage() : rules.conversing();
        FollowUp made = kept ? ((Owed) ordinarily).followUp() : rules.afresh(rules.now());
        FollowUp followUp = outcome == Outcome.CALL_DROPPED ? rules.counted() : made;
        return rules.held(row.what(), row.dueAt(), stage, followUp, row.text(), afterwards(rules, ordinarily));
    }

    /** One row of the table: what is owed, when, and why. */
    private record Row(Action what, Instant dueAt, String text) {}

    private static Row row(OutcomeRules rules) {
        return switch (rules.said().outcome()) {
            case SPOKE_BOOKED ->
                look(rules, "A consultation is booked, but it is not known that they are safe until then:");
            case SPOKE_CALLBACK, BAD_TIME -> promised(rules);
            case SPOKE_THINKING -> look(rules, "They want to think about it, but they may be in danger meanwhile:");
            case SPOKE_NOT_INTERESTED ->
                look(rules, "They want no consultation, but that does not mean that they are safe:");
            case NO_ANSWER -> again(rules, AFTER_RINGING, "Nobody answered.");
            case LEFT_VOICEMAIL -> again(rules, LONGEST, "They have a message now and are given time to hear it.");
            case MAILBOX_FULL_OR_UNSET -> again(rules, AFTER_RINGING, "No message could be left for them.");
            case BUSY -> again(rules, AFTER_A_BUSY_LINE, "They are on the phone.");
            case CALL_DROPPED -> again(rules, AFTER_A_BREAK, "The connection broke off; they may be waiting for us.");
            case HUNG_UP -> again(rules, AFTER_RINGING, "Somebody answered and hung up; perhaps they could not talk.");
            case THIRD_PARTY_ANSWERED ->
                again(rules, LONGEST, "Somebody else answered and is given time to find them; nothing was told.");
            case LANGUAGE_NEEDED ->
                new Row(
                        Action.CALL,
                        rules.now(),
                        "They may be in danger and could not be understood: somebody who speaks their language, or an"
                                + " interpreter with anybody, calls at once.");
            case WRONG_NUMBER, NOT_IN_SERVICE ->
                now(
                        rules,
                        "This number does not reach somebody who may be in danger: at once a person tries their other"
                                + " numbers and addresses; if there are none, a supervisor decides on a welfare"
                                + " check.");
            case ASKED_TO_STOP ->
                now(
                        rules,
                        "They asked not to be contacted, but they may be in danger: nothing is closed until a person"
                                + " says, with a reason, that the danger is over.");
            case SAFETY_CONCERN ->
                now(rules, "Somebody fears for their safety: a person looks at once, and nothing is closed by itself.");
        };
    }

    private static Row now(OutcomeRules rules, String text) {
        return new Row(Action.REVIEW, rules.now(), text);
    }

    /** Whoever spoke with them says whether it is over, or what is done: they know best, and soon. */
    private static Row look(OutcomeRules rules, String text) {
        return new Row(
                Action.REVIEW,
                rules.now().plus(LONGEST),
                text + " within ten minutes a person says that the danger is over, with a reason, or goes on caring.");
    }

    /** A promise within minutes is kept as it is; to one that is farther away, a person says that it can wait so long. */
    private static Row promised(OutcomeRules rules) {
        boolean soon = !rules.named().isAfter(rules.now().plus(LONGEST));
        return soon
                ? new Row(Action.CALL_BACK, rules.named(), "They asked to be called at this time, within minutes.")
                : look(
                        rules,
                        "They asked to be called later, and that is kept for later, but they may be in danger now:");
    }

    private static Row again(OutcomeRules rules, Duration pause, String text) {
        return rules.counted().attempts() < TRIES
                ? new Row(
                        Action.CALL,
                        rules.now().plus(pause),
                        text + " Somebody who may be in danger is called again in " + pause.toMinutes()
                                + " min, whatever the hours are.")
                : now(
                        rules,
                        text + " They were not reached " + rules.counted().attempts()
                                + " times: a supervisor decides now on a welfare check, and calling goes on"
                                + " meanwhile.");
    }

    /** Nobody loses a call that was promised to them because one that was not promised rang in vain. */
    private static DueItem afterwards(OutcomeRules rules, OutcomeEffect ordinarily) {
        DueItem before = rules.found().afterwards();
        if (before != null && stands(before, rules)) {
            return before;
        }
        return ordinarily instanceof Owed owed
                ? DueItem.of(owed.what(), owed.dueAt(), Set.of())
                : DueItem.of(Action.REVIEW, rules.now(), Set.of());
    }

    private static boolean stands(DueItem promised, OutcomeRules rules) {
        return promised.what() == Action.CALL_BACK
                && promised.dueAt().isAfter(rules.now())
                && NOTHING_AGREED.contains(rules.said().outcome());
    }
}
