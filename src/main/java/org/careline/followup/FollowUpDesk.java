package org.careline.followup;

import java.time.Clock;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.careline.contact.ContactZones;
import org.careline.contact.PhoneNumber;
import org.careline.lead.ActId;
import org.careline.lead.Acting;
import org.careline.lead.Action;
import org.careline.lead.Channel;
import org.careline.lead.CloseReason;
import org.careline.lead.CoordinatorAct;
import org.careline.lead.DueItem;
import org.careline.lead.FollowUp;
import org.careline.lead.Lead;
import org.careline.lead.LeadId;
import org.careline.lead.LeadWrites;
import org.careline.lead.LeadWrites.Changed;
import org.careline.lead.SafetyHold;
import org.careline.staff.Actor;
import org.careline.staff.Alarms;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes what coordinators do with leads: notes, outcomes of attempts, closings. A merged lead stands for the one that took
 * it over. Every method throws {@link org.careline.store.StoreUnavailable} if the store does not answer in time.
 */
@Component
public final class FollowUpDesk {

    private final LeadWrites leads;
    private final Dispositions dispositions;
    private final Cadences cadences;
    private final Alarms alarms;
    private final Clock clock;

    FollowUpDesk(LeadWrites leads, Dispositions dispositions, Cadences cadences, Alarms alarms, Clock clock) {
        this.leads = leads;
        this.dispositions = dispositions;
        this.cadences = cadences;
        this.alarms = alarms;
        this.clock = clock;
    }

    /**
     * Keeps a note, also with a closed lead.
     *
     * @param act what this note is called: sent twice in a row it is kept once
     */
    public ReportResult note(LeadId id, Actor.Worker by, String note, ActId act) {
        Acting acting = acting(by, act);
        return done(once(id, acting, lead -> Optional.of(lead.after(CoordinatorAct.note(acting, lead.id(), note)))));
    }

    /**
     * Closes an open lead; one that is held for safety stays open.
     *
     * @param act what this closing is called: sent twice in a row it is one
     */
    public ReportResult close(LeadId id, Actor.Worker by, CloseReason reason, @Nullable String note, ActId act) {
        Acting acting = acting(by, act);
        Changed changed = once(
                id,
                acting,
                lead -> Optional.of(lead)
                        .filter(one -> one.open() && !one.work().safetyHold())
                        .map(one -> closed(one, reason, acting, note)));
        return changed instanceof Changed.Declined declined && declined.lead().open()
                ? new ReportResult.HeldForSafety(declined.lead())
                : done(changed);
    }

    /**
     * Ends a hold: a person found that nobody is in danger, or not any more. What was put off is owed again.
     *
     * @param reason in their words; not blank
     */
    public ReportResult safetyOver(LeadId id, Actor.Worker by, String reason) {
        Acting acting = acting(by, ActId.fresh());
        SafetyHold.End end = new SafetyHold.End(acting.at(), by.coordinator(), reason);
        Changed changed = leads.change(
                id,
                by,
                lead -> Optional.of(lead)
                        .filter(one -> one.work().safetyHold())
                        .map(one -> one.safe(end).after(CoordinatorAct.safetyOver(acting, one.id(), reason))));
        return changed instanceof Changed.Declined declined ? new ReportResult.NotHeld(declined.lead()) : done(changed);
    }

    /**
     * Takes the outcome of an attempt: another thing is owed to the lead by it, or the lead is closed.
     *
     * @param act what this outcome is called: sent twice in a row it is one, and one attempt is counted
     */
    public ReportResult attempted(LeadId id, Actor.Worker by, AttemptReport said, @Nullable String note, ActId act) {
        Acting acting = acting(by, act);
        Changed changed = once(
                id,
                acting,
                lead -> Optional.of(lead).filter(Lead::open).flatMap(one -> after(one, said, acting, note)));
        if (changed instanceof Changed.Declined declined && declined.lead().open()) {
            return new ReportResult.Refused(ReportFault.of(said, acting.at()));
        }
        if (changed instanceof Changed.Written written && fearsFirst(written.lead(), act)) {
            alarms.raise(Alarms.Kind.SAFETY_CONCERN, written.lead().id().value());
        }
        return done(changed);
    }

    /** As exact as the store keeps times. */
    private Acting acting(Actor.Worker by, ActId act) {
        return new Acting(act, by, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    /** Not again if this was done, and its answer was lost on the way. */
    private Changed once(LeadId id, Acting acting, Function<Lead, Optional<Lead>> change) {
        return leads.change(
                id,
                acting.by(),
                lead -> lead.work()
                        .act()
                        .filter(last -> last.id().equals(acting.act()))
                        .map(last -> Optional.of(lead))
                        .orElseGet(() -> change.apply(lead)));
    }

    private Optional<Lead> after(Lead lead, AttemptReport said, Acting acting, @Nullable String note) {
        OutcomeEffect effect = dispositions.effect(said, acting.at(), situation(lead));
        if (effect instanceof OutcomeEffect.Owed owed) {
            CoordinatorAct act = CoordinatorAct.outcome(acting, lead.id(), said.outcome(), note, owed.why());
            return Optional.of(owing(lead, owed, act));
        }
        return effect instanceof OutcomeEffect.Closed closed
                ? Optional.of(closed(lead, closed.reason(), acting, note))
                : Optional.empty();
    }

    private static Lead owing(Lead lead, OutcomeEffect.Owed owed, CoordinatorAct act) {
        DueItem next = DueItem.of(owed.what(), owed.dueAt(), Set.of());
        Lead after = lead.attempted(act, owed.stage(), owed.followUp(), next, owed.safetyHold())
                .postponing(Optional.ofNullable(owed.afterwards()));
        if (owed.language() == null) {
            return after;
        }
        Lead speaking = after.speaking(owed.language());
        return owed.safetyHold() ? speaking : speaking.undecided();
    }

    /** Whether nobody feared for the person before this was done. */
    private static boolean fearsFirst(Lead lead, ActId act) {
        List<SafetyHold.Cause> feared = lead.work().safety().pending();
        return !feared.isEmpty()
                && feared.stream().allMatch(cause -> cause.source().equals(act.value()));
    }

    private static Lead closed(Lead lead, CloseReason reason, Acting acting, @Nullable String note) {
        return lead.closed(reason, acting.at()).after(CoordinatorAct.close(acting, lead.id(), reason, note));
    }

    private LeadSituation situation(Lead lead) {
        boolean held = lead.work().safetyHold();
        Optional<DueItem> afterwards = lead.work().afterwards();
        Optional<DueItem> look = held ? afterwards : owed(lead, Action.REVIEW);
        return new LeadSituation(
                followUp(lead),
                lead.stage(),
                look.filter(item -> item.what() == Action.REVIEW)
                        .map(DueItem::dueAt)
                        .orElse(null),
                held,
                afterwards
                        .or(() -> owed(lead, Action.CALL_BACK).filter(item -> held))
                        .orElse(null),
                zones(lead));
    }

    private static Optional<DueItem> owed(Lead lead, Action what) {
        return lead.due().stream().filter(item -> item.what() == what).findFirst();
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

    private static ReportResult done(Changed changed) {
        if (changed instanceof Changed.Written written) {
            return new ReportResult.Written(written.lead());
        }
        return changed instanceof Changed.Declined declined
                ? new ReportResult.AlreadyClosed(declined.lead())
                : new ReportResult.Missing();
    }
}
