package org.careline.followup;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.careline.contact.ContactZones;
import org.careline.contact.PhoneNumber;
import org.careline.lead.ActId;
import org.careline.lead.Action;
import org.careline.lead.Channel;
import org.careline.lead.CloseReason;
import org.careline.lead.CoordinatorAct;
import org.careline.lead.DueItem;
import org.careline.lead.FollowUp;
import org.careline.lead.Lead;
import org.careline.lead.LeadDesk;
import org.careline.lead.LeadDesk.Changed;
import org.careline.lead.LeadId;
import org.careline.lead.SafetyHold;
import org.careline.staff.Alarms;
import org.careline.staff.CoordinatorId;
import org.jspecify.annotations.Nullable;

/**
 * Takes what coordinators do with leads: notes, outcomes of attempts, closings. A merged lead stands for the one that took
 * it over. Every method throws {@link org.careline.store.StoreUnavailable} if the store does not answer in time.
 */
public final class FollowUpDesk {

    private final LeadDesk leads;
    private final Dispositions dispositions;
    private final Cadences cadences;
    private final Alarms alarms;
    private final Clock clock;

    FollowUpDesk(LeadDesk leads, Dispositions dispositions, Cadences cadences, Alarms alarms, Clock clock) {
        this.leads = leads;
        this.dispositions = dispositions;
        this.cadences = cadences;
        this.alarms = alarms;
        this.clock = clock;
    }

    /** Keeps a note, also with a closed lead. */
    public ReportResult note(LeadId id, CoordinatorId by, String note) {
        return note(id, by, note, ActId.fresh());
    }

    /** @param act what this note is called: sent twice in a row it is kept once */
    public ReportResult note(LeadId id, CoordinatorId by, String note, ActId act) {
        return done(leads.change(
                id,
                lead -> Optional.of(
                        isLast(lead, act)
                                ? lead
                                : lead.after(
                                        act(lead, CoordinatorAct.What.NOTE, null, new Who(by, act, note, now()))))));
    }

    /** Closes an open lead; one that is held for safety stays open. */
    public ReportResult close(LeadId id, CoordinatorId by, CloseReason reason, @Nullable String note) {
        return close(id, by, reason, note, ActId.fresh());
    }

    /** @param act what this closing is called: sent twice in a row it is one */
    public ReportResult close(LeadId id, CoordinatorId by, CloseReason reason, @Nullable String note, ActId act) {
        Changed changed = leads.change(id, lead -> {
            if (isLast(lead, act)) {
                return Optional.of(lead);
            }
            return lead.open() && !lead.work().safetyHold()
                    ? Optional.of(closed(lead, reason, new Who(by, act, note, now())))
                    : Optional.empty();
        });
        return changed instanceof Changed.Declined declined && declined.lead().open()
                ? new ReportResult.HeldForSafety(declined.lead())
                : done(changed);
    }

    /**
     * Ends a hold: a person found that nobody is in danger, or not any more. What was put off is owed again.
     *
     * @param reason in their words; not blank
     */
    public ReportResult safetyOver(LeadId id, CoordinatorId by, String reason) {
        Changed changed = leads.change(
                id, lead -> lead.work().safetyHold() ? Optional.of(over(lead, by, reason)) : Optional.empty());
        return changed instanceof Changed.Declined declined ? new ReportResult.NotHeld(declined.lead()) : done(changed);
    }

    private Lead over(Lead lead, CoordinatorId by, String reason) {
        Instant now = now();
        return lead.safe(new SafetyHold.End(now, by, reason))
                .after(act(lead, CoordinatorAct.What.SAFETY_OVER, null, new Who(by, ActId.fresh(), reason, now)));
    }

    /** Takes the outcome of an attempt: another thing is owed to the lead by it, or the lead is closed. */
    public ReportResult attempted(LeadId id, CoordinatorId by, AttemptReport said, @Nullable String note) {
        return attempted(id, by, said, note, ActId.fresh());
    }

    /** @param act what this outcome is called: sent twice in a row it is one, and one attempt is counted */
    public ReportResult attempted(LeadId id, CoordinatorId by, AttemptReport said, @Nullable String note, ActId act) {
        List<ReportFault> refusals = new ArrayList<>();
        Changed changed = leads.change(id, lead -> {
            refusals.clear();
            if (isLast(lead, act)) {
                return Optional.of(lead);
            }
            Who who = new Who(by, act, note, now());
            return lead.open()
                    ? after(lead, said, dispositions.effect(said, who.now(), situation(lead)), who, refusals)
                    : Optional.empty();
        });
        return refusals.isEmpty() ? done(changed) : new ReportResult.Refused(refusals);
    }

    /** Whether this was done, and its answer was lost on the way. */
    private static boolean isLast(Lead lead, ActId act) {
        CoordinatorAct last = lead.work().lastAct();
        return last != null && last.id().equals(act);
    }

    /** Who does something, and when. */
    private record Who(
            CoordinatorId by, ActId act, @Nullable String note, Instant now) {

        /** Notes never reach a log. */
        @Override
        public String toString() {
            return "Who[" + by + ", " + act + ", " + now + "]";
        }
    }

    private Optional<Lead> after(
            Lead lead, AttemptReport said, OutcomeEffect effect, Who who, List<ReportFault> refusals) {
        if (effect instanceof OutcomeEffect.Owed owed) {
            return Optional.of(owing(lead, said, owed, who));
        }
        if (effect instanceof OutcomeEffect.Closed closed) {
            return Optional.of(closed(lead, closed.reason(), who));
        }
        refusals.addAll(((OutcomeEffect.Refused) effect).refusals());
        return Optional.empty();
    }

    private Lead owing(Lead lead, AttemptReport said, OutcomeEffect.Owed owed, Who who) {
        if (owed.safetyHold() && !lead.work().safetyHold()) {
            alarms.raise(Alarms.Kind.SAFETY_CONCERN, lead.id().value());
        }
        CoordinatorAct act = act(
                        lead, CoordinatorAct.What.OUTCOME, said.outcome().name(), who)
                .because(owed.why());
        DueItem next = DueItem.of(owed.what(), owed.dueAt(), Set.of());
        Lead after = lead.attempted(act, owed.stage(), owed.followUp(), next, owed.safetyHold());
        if (owed.language() == null) {
            return after.postponing(owed.afterwards());
        }
        Lead speaking = after.speaking(owed.language()).postponing(owed.afterwards());
        return owed.safetyHold() ? speaking : speaking.undecided();
    }

    private static Lead closed(Lead lead, CloseReason reason, Who who) {
        return lead.closed(reason, who.now()).after(act(lead, CoordinatorAct.What.CLOSE, reason.name(), who));
    }

    private static CoordinatorAct act(Lead lead, CoordinatorAct.What what, @Nullable String detail, Who who) {
        return new CoordinatorAct(who.act(), 0, lead.id(), who.now(), who.by(), what, detail, who.note(), null);
    }

    private LeadSituation situation(Lead lead) {
        boolean held = lead.work().safetyHold();
        DueItem afterwards = lead.work().afterwards();
        DueItem look = held ? afterwards : owed(lead, Action.REVIEW);
        return new LeadSituation(
                followUp(lead),
                lead.stage(),
                look == null || look.what() != Action.REVIEW ? null : look.dueAt(),
                held,
                held && afterwards == null ? owed(lead, Action.CALL_BACK) : afterwards,
                zones(lead));
    }

    private static @Nullable DueItem owed(Lead lead, Action what) {
        return lead.due().stream()
                .filter(item -> item.what() == what)
                .findFirst()
                .orElse(null);
    }

    /** A contact later than the last outcome begins the attempts anew. */
    private FollowUp followUp(Lead lead) {
        FollowUp known = lead.work().followUp();
        return known != null && lead.times().answered()
                ? known
                : new FollowUp(
                        cadences.startedBy(channel(lead), false), lead.times().lastInboundAt(), 0);
    }

    /** Whoever called is owed a call back for it, whatever else they did. */
    private static Channel channel(Lead lead) {
        return lead.due().stream()
                        .flatMap(item -> item.sources().stream())
                        .anyMatch(source -> source.channel() == Channel.CALL)
                ? Channel.CALL
                : Channel.FORM;
    }

    private static Set<ZoneId> zones(Lead lead) {
        Set<PhoneNumber> phones = lead.person().points().stream()
                .filter(PhoneNumber.class::isInstance)
                .map(PhoneNumber.class::cast)
                .collect(Collectors.toSet());
        return ContactZones.of(phones, lead.person().zips());
    }

    /** As exact as the store keeps times. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static ReportResult done(Changed changed) {
        if (changed instanceof Changed.Written written) {
            return new ReportResult.Written(written.lead());
        }
        return changed instanceof Changed.Declined declined
                ? new ReportResult.AlreadyClosed(declined.lead())
                : new ReportResult.Missing();
    }
}
