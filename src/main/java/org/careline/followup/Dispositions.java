package org.careline.followup;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import org.careline.consent.ContactWindows;
import org.careline.followup.OutcomeEffect.Closed;
import org.careline.followup.OutcomeEffect.Refused;
import org.careline.lead.Action;
import org.careline.lead.CloseReason;
import org.careline.lead.Stage;

/**
 * What each outcome of an attempt makes owed next (leads.md §4.3: "one tap; each drives the next action"). Pure; safe for
 * any number of threads. The judgement behind it:
 *
 * <ul>
 *   <li>A time that the person asked for is kept also outside the hours in which they may be called: a dated personal
 *       request is the only thing that widens them (leads.md §2.3).
 *   <li>After a conversation the attempts begin anew, counted from what was agreed.
 *   <li>Who was not reached is called again by the cadence; when that is over a person decides. Who has booked is not
 *       chased: the look after the consultation stays owed.
 *   <li>While somebody fears for the person's safety, another table stands above this one ({@link HeldDispositions}):
 *       nothing waits longer than minutes and nothing is closed by itself (leads.md §2.2); no outcome ends that.
 * </ul>
 */
public final class Dispositions {

    /** A person looks this long after a consultation begins whether they came. */
    public static final Duration AFTER_CONSULTATION = Duration.ofHours(1);

    private static final Duration TO_THINK = Duration.ofDays(3);
    private static final Duration WHEN_BUSY = Duration.ofMinutes(15);
    private static final Duration WHEN_DROPPED = Duration.ofMinutes(5);

    private final Cadences cadences;
    private final ContactWindows windows;
    private final BiFunction<OutcomeRules, OutcomeEffect, OutcomeEffect> whileHeld;

    Dispositions(Cadences cadences, ContactWindows windows) {
        this(cadences, windows, HeldDispositions::effect);
    }

    /** @param whileHeld what becomes of an effect while somebody fears for the person's safety */
    Dispositions(
            Cadences cadences,
            ContactWindows windows,
            BiFunction<OutcomeRules, OutcomeEffect, OutcomeEffect> whileHeld) {
        this.cadences = cadences;
        this.windows = windows;
        this.whileHeld = whileHeld;
    }

    /**
     * @param now when the outcome was reported; never after what becomes due
     * @return one thing owed, a closing, or a refusal of a report that lacks or has too much
     */
    OutcomeEffect effect(AttemptReport said, Instant now, LeadSituation found) {
        List<ReportFault> refusals = ReportFault.of(said, now);
        if (!refusals.isEmpty()) {
            return new Refused(refusals);
        }
        OutcomeRules rules = new OutcomeRules(said, now, found, cadences, windows);
        OutcomeEffect ordinarily = decided(rules);
        return rules.hold() ? whileHeld.apply(rules, ordinarily) : ordinarily;
    }

    private static OutcomeEffect decided(OutcomeRules rules) {
        return switch (rules.said().outcome()) {
            case SPOKE_BOOKED ->
                rules.agreed(
                        Action.REVIEW,
                        rules.named().plus(AFTER_CONSULTATION),
                        Stage.BOOKED,
                        "A consultation is booked: soon after it a person looks whether they came.");
            case SPOKE_CALLBACK, BAD_TIME ->
                rules.agreed(
                        Action.CALL_BACK,
                        rules.named(),
                        Stage.CALLBACK_SCHEDULED,
                        "They asked to be called at this time, and that is kept whatever the hours are.");
            case SPOKE_THINKING -> rules.thinking(TO_THINK);
            case SPOKE_NOT_INTERESTED ->
                rules.look(Stage.IN_CONVERSATION, "They are not interested: the lead is closed with a reason.");
            case NO_ANSWER, LEFT_VOICEMAIL, MAILBOX_FULL_OR_UNSET, HUNG_UP, THIRD_PARTY_ANSWERED, SAFETY_CONCERN ->
                rules.unreached();
            case BUSY -> rules.busy(WHEN_BUSY);
            case CALL_DROPPED -> rules.dropped(WHEN_DROPPED);
            case LANGUAGE_NEEDED -> rules.inTheirLanguage();
            case WRONG_NUMBER, NOT_IN_SERVICE ->
                rules.look(rules.attempting(), "This number does not reach them: a person looks for another way.");
            case ASKED_TO_STOP ->
                new Closed(CloseReason.DO_NOT_CONTACT, rules.because("They asked not to be contacted any more."));
        };
    }
}
