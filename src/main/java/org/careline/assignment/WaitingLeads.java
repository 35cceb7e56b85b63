package org.careline.assignment;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.careline.assignment.Rotation.Decided;
import org.careline.lead.Action;
import org.careline.lead.Lead;
import org.careline.lead.LeadId;
import org.careline.lead.LeadRounds;
import org.careline.lead.LeadWrites;
import org.careline.lead.UnassignedReason;
import org.careline.node.Next;
import org.careline.staff.Actor;
import org.careline.staff.Alarms;
import org.careline.staff.ClinicCoordinators.Coordinator;
import org.careline.staff.CoordinatorId;
import org.careline.staff.OpeningHours;
import org.careline.staff.Presence;
import org.careline.staff.PresenceBook;
import org.careline.staff.Roster;
import org.careline.store.Page;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Leads that wait for somebody: those without an owner, in the queue's order and no faster than the burst limit allows;
 * what has fallen due for an owner who went away or whose shift is over, after a grace; and everything of an owner who left
 * the clinic. All writes are guarded, so that
 * any number of nodes may do it at once.
 */
@Component
final class WaitingLeads {

    private static final Logger LOG = LoggerFactory.getLogger(WaitingLeads.class);

    /** Who steps out for a moment keeps their work (leads.md §1.5). */
    static final Duration GRACE = Duration.ofSeconds(60);

    private static final Actor RULE = new Actor.Rule("assignment");

    /** Those who nobody can get now are looked at again, for a shift begins without a word. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final int PAGE = 100;
    private static final int PAGES = 20;

    private final LeadRounds rounds;
    private final LeadWrites leads;
    private final Rotations rotations;
    private final Charges charges;
    private final Roster roster;
    private final PresenceBook presence;
    private final OpeningHours hours;
    private final Alarms alarms;

    /** When the leads of those who are no longer in the roster are looked at next. */
    private final Map<CoordinatorId, Instant> departed = new HashMap<>();

    WaitingLeads(
            LeadRounds rounds,
            LeadWrites leads,
            Rotations rotations,
            Charges charges,
            Roster roster,
            PresenceBook presence,
            OpeningHours hours,
            Alarms alarms) {
        this.rounds = rounds;
        this.leads = leads;
        this.rotations = rotations;
        this.charges = charges;
        this.roster = roster;
        this.presence = presence;
        this.hours = hours;
        this.alarms = alarms;
    }

    /** Gives the leads that nobody owns to those who can get them now. */
    Next release() {
        Next next = Next.IDLE;
        Page page = Page.first(PAGE);
        for (int read = 0; read < PAGES; read++) {
            List<Lead> waiting = rounds.unowned(page, RULE);
            if (waiting.isEmpty()) {
                return next;
            }
            next = next.sooner(decideAnew(waiting));
            page = Page.after(
                    Objects.requireNonNull(waiting.get(waiting.size() - 1).unowned()), PAGE);
        }
        return next;
    }

    /** Takes what is due from owners who have gone, and gives it to others or to the queue. */
    Next takeBackFromTheAbsent() {
        Instant now = rotations.now();
        Next next = Next.IDLE;
        var said = presence.all();
        for (Coordinator who : roster.coordinators()) {
            if (gone(who, Optional.ofNullable(said.get(who.key())), now)) {
                next = next.sooner(takeBack(who.key(), now));
            }
        }
        return next;
    }

    /**
     * Takes everything that is open from owners who are no longer in the roster, after a grace in which another node may
     * still have the file with them in it.
     */
    Next takeBackFromTheDeparted() {
        Instant now = rotations.now();
        Next next = Next.IDLE;
        List<CoordinatorId> gone = rotations.departed();
        departed.keySet().retainAll(gone);
        for (CoordinatorId owner : gone) {
            if (!departed.containsKey(owner)) {
                departed.put(owner, now.plus(GRACE));
                warn(owner);
            } else if (!departed.get(owner).isAfter(now)) {
                List<Lead> theirs = rounds.openOf(owner, Page.first(PAGE), RULE);
                decideAnew(theirs.stream().filter(lead -> !onCall(lead)).toList());
                departed.put(owner, theirs.isEmpty() ? now.plus(GRACE) : now);
                next = next.sooner(Next.after(!theirs.isEmpty()));
            }
        }
        return next;
    }

    private void warn(CoordinatorId owner) {
        if (!rounds.openIdsOf(owner, 1, RULE).isEmpty()) {
            LOG.warn(
                    "{} is no longer in coordinators.yaml and owns open leads; others get them in {} seconds",
                    owner.value(),
                    GRACE.toSeconds());
        }
    }

    private boolean gone(Coordinator who, Optional<Presence> said, Instant now) {
        boolean away = said.filter(one -> one.at(now) == Presence.State.AWAY)
                .filter(one -> !one.since().plus(GRACE).isAfter(now))
                .isPresent();
        boolean offShift = !roster.onShift(who, now)
                && roster.offShiftSince(who, now)
                        .map(since -> !since.plus(GRACE).isAfter(now))
                        .orElse(true);
        return away || offShift;
    }

    /** Gives people in danger to somebody who is there now, if whoever owns them is not. */
    Next watchOverDanger() {
        List<Lead> inDanger = rounds.held(PAGE, RULE);
        if (!inDanger.isEmpty()) {
            Rotation rotation = rotations.read();
            decideAnew(inDanger.stream()
                    .filter(lead -> rotation.decideIfNeeded(lead).isPresent())
                    .toList());
        }
        return Next.after(!inDanger.isEmpty());
    }

    private Next takeBack(CoordinatorId owner, Instant now) {
        List<Lead> theirs = rounds.openOf(owner, Page.first(PAGE), RULE).stream()
                .filter(lead -> !lead.work().safetyHold() && !onCall(lead))
                .toList();
        Next decided = decideAnew(
                theirs.stream().filter(lead -> !dueAt(lead).isAfter(now)).toList());
        return theirs.stream()
                .map(WaitingLeads::dueAt)
                .filter(at -> at.isAfter(now))
                .min(Comparator.naturalOrder())
                .map(at -> decided.sooner(Next.within(Duration.between(now, at))))
                .orElse(decided);
    }

    private static Instant dueAt(Lead lead) {
        return Objects.requireNonNull(lead.next()).dueAt();
    }

    private static boolean onCall(Lead lead) {
        return Objects.requireNonNull(lead.next()).what() == Action.ON_CALL;
    }

    private Next decideAnew(List<Lead> all) {
        if (all.isEmpty()) {
            return Next.IDLE;
        }
        Rotation read = rotations.read();
        Rotation rotation = read;
        List<Decided> decisions = new ArrayList<>();
        List<Lead> decided = new ArrayList<>();
        boolean passing = false;
        for (Lead lead : all) {
            Decided decision = rotation.decide(AssignmentRequest.of(lead));
            rotation = decision.after();
            passing |= passes(decision.assignment().reason());
            alarm(lead, decision.assignment().reason(), read.now());
            if (news(lead, decision)) {
                decisions.add(decision);
                decided.add(lead.decided(decision.assignment()));
            }
        }
        write(read, decisions, decided);
        return passing || !decided.isEmpty() ? Next.SOON : Next.within(PATIENCE);
    }

    /** The burst limit passes by itself. */
    private static boolean passes(@Nullable UnassignedReason reason) {
        return reason == UnassignedReason.EVERYBODY_JUST_GIVEN_ENOUGH;
    }

    /** Finding once more that nobody can get it is no news. */
    private static boolean news(Lead lead, Decided decision) {
        return decision.grant().isPresent()
                || lead.ownership().reason() != decision.assignment().reason();
    }

    private void write(Rotation read, List<Decided> decisions, List<Lead> decided) {
        List<Grant> given = decisions.stream()
                .flatMap(decision -> decision.grant().stream())
                .toList();
        Set<CoordinatorId> charged = charges.charge(read, given);
        List<Lead> sure = decided.stream()
                .filter(lead ->
                        lead.ownership().coordinator().map(charged::contains).orElse(true))
                .toList();
        Set<LeadId> written = sure.isEmpty() ? Set.of() : leads.write(sure, RULE);
        charges.confirm(given.stream()
                .filter(one -> written.contains(one.lead()) && charged.contains(one.to()))
                .toList());
    }

    /** Inside opening hours somebody should be able to. */
    private void alarm(Lead lead, @Nullable UnassignedReason reason, Instant now) {
        Optional.ofNullable(reason)
                .filter(any -> !passes(any) && hours.openAt(now))
                .ifPresent(any ->
                        alarms.raise(Alarms.Kind.NOBODY_ELIGIBLE, lead.id().value()));
    }
}
