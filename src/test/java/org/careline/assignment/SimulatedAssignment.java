package org.careline.assignment;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.careline.intake.simulation.SimulatedStore;
import org.careline.intake.simulation.Stage;
import org.careline.intake.simulation.Violation;
import org.careline.intake.simulation.Watcher;
import org.careline.intake.simulation.Weather;
import org.careline.lead.ActId;
import org.careline.lead.Assignment;
import org.careline.lead.CoordinatorAct;
import org.careline.lead.Lead;
import org.careline.lead.LeadId;
import org.careline.lead.LeadWrites;
import org.careline.staff.ClinicHours;
import org.careline.staff.CoordinatorId;
import org.careline.staff.OpeningHours;
import org.careline.support.Actors;
import org.careline.support.MovableClock;

/** The real assignment over stores in memory, with three coordinators who have little room. */
public final class SimulatedAssignment {

    public static final List<String> COORDINATORS = List.of("ana", "ben", "cleo");

    private static final int BURST = 2;

    public final People people = new People(
            People.burst(BURST),
            List.of(People.one("ana", 2, 1, "en"), People.one("ben", 1, 1, "en"), People.one("cleo", 1, 1, "en")));

    private final Set<CoordinatorId> overrun = new HashSet<>();
    private final SimulatedWorkloads workloads;
    private final SimulatedStore<LeadId, Lead> leads;
    private final SimulatedStore<ActId, CoordinatorAct> acts;
    private final Rotations rotations;
    private final WorkloadSettling settling;
    private final SimulatedRounds rounds;
    private final Clock clock;

    public SimulatedAssignment(
            Stage stage,
            Weather weather,
            Watcher watcher,
            SimulatedStore<LeadId, Lead> leads,
            MovableClock clock,
            boolean neverGivesBack) {
        this.workloads = new SimulatedWorkloads(stage, weather, watcher, neverGivesBack);
        this.leads = leads;
        this.acts = new SimulatedStore<>("acts", stage, weather, watcher);
        this.rotations = new Rotations(people, people, workloads, clock);
        this.rounds = new SimulatedRounds(leads::all);
        this.settling =
                new WorkloadSettling(workloads, rotations, (ids, reader) -> leads.find(ids), rounds, people, clock);
        this.clock = clock;
    }

    /** The rotation of a clinic without coordinators. */
    public static Rotation nobody() {
        return new Rotation(List.of(), Instant.EPOCH);
    }

    public Rotations rotations() {
        return rotations;
    }

    /** The memory of one node. */
    public Charges charges() {
        return new Charges(workloads);
    }

    public LeadWrites leadWrites() {
        return new LeadWrites(leads, acts);
    }

    public AssignmentDesk desk() {
        return new AssignmentDesk((ids, reader) -> leads.find(ids), leadWrites(), rotations, charges(), clock);
    }

    public void settle() {
        settling.settle();
    }

    /** Everything that the sweep of one node does at once. */
    public void sweep() {
        settle();
        WaitingLeads waiting = waiting();
        waiting.watchOverDanger();
        waiting.takeBackFromTheAbsent();
        waiting.release();
    }

    private WaitingLeads waiting() {
        return new WaitingLeads(
                rounds, leadWrites(), rotations, charges(), people, people, alwaysOpen(), (kind, about) -> {});
    }

    private static OpeningHours alwaysOpen() {
        return new OpeningHours() {
            @Override
            public java.time.ZoneId zone() {
                return java.time.ZoneOffset.UTC;
            }

            @Override
            public boolean openAt(Instant when) {
                return true;
            }

            @Override
            public Optional<ClinicHours.Holiday> holiday(Instant when) {
                return Optional.empty();
            }

            @Override
            public Optional<Instant> openFrom(Instant when) {
                return Optional.of(when);
            }

            @Override
            public Instant openUntil(Instant when) {
                return Instant.MAX;
            }
        };
    }

    /** No more open leads than an owner has room for, when a rule gives one. */
    public void checkRoom(Lead given) {
        CoordinatorId owner = Objects.requireNonNull(given.owner());
        int capacity = people.find(owner).orElseThrow().capacity();
        if (writtenLate(given, owner)) {
            overrun.add(owner);
        }
        if (overrun.contains(owner)) {
            return;
        }
        long open = leads.all().stream()
                .filter(lead -> lead.open() && owner.equals(lead.owner()))
                .filter(lead -> !withoutRegardToRoom(lead))
                .count();
        Violation.unless(capacity == 0 || open <= capacity, "nobody has more leads than they can", given);
        Violation.unless(givenLately(given, owner) <= BURST, "nobody is given too many leads at once", given);
    }

    private long givenLately(Lead given, CoordinatorId owner) {
        List<Assignment> ledger = given.ownership().ledger();
        Instant now = ledger.get(ledger.size() - 1).at();
        Instant since = now.minus(people.burst().within());
        return leads.all().stream()
                .flatMap(lead -> lead.ownership().ledger().stream())
                .filter(one -> owner.equals(one.owner()) && one.how() == Assignment.How.RULE)
                .filter(one -> one.at().isAfter(since) && !one.at().isAfter(now))
                .count();
    }

    /** A writer slept between charge and lead for so long that the room may be given to somebody else. */
    private boolean writtenLate(Lead given, CoordinatorId owner) {
        List<Assignment> ledger = given.ownership().ledger();
        int term = ledger.get(ledger.size() - 1).term();
        return Optional.ofNullable(workloads.now(owner))
                .flatMap(load -> load.charge(given.id(), term))
                .filter(charge ->
                        charge.counts() && !charge.at().isBefore(clock.instant().minus(WorkloadSettling.GRACE)))
                .isEmpty();
    }

    private static boolean withoutRegardToRoom(Lead lead) {
        List<Assignment> ledger = lead.ownership().ledger();
        Assignment.How how = ledger.get(ledger.size() - 1).how();
        return how == Assignment.How.SAFETY || how == Assignment.How.CLAIM || how == Assignment.How.ANSWER;
    }

    /** What holds once everything was settled: everybody is charged with exactly the leads that were theirs. */
    public void checkAtRest() {
        for (Workload load : workloads.stored()) {
            long theirs = leads.all().stream()
                    .flatMap(lead -> lead.ownership().ledger().stream())
                    .filter(decision -> decision.counts() && load.id().equals(decision.owner()))
                    .count();
            Violation.unless(load.total() == theirs, "charged with the leads that were given", load + " of " + theirs);
            Violation.unless(
                    load.charges().stream().noneMatch(charge -> charge.state() == Charge.State.OPEN),
                    "no charge is left open",
                    load);
            int capacity = people.find(load.id()).orElseThrow().capacity();
            Set<LeadId> open = rounds.openIdsOf(load.id(), Integer.MAX_VALUE, Actors.TEST);
            Violation.unless(capacity == 0 || load.held().equals(open), "the load is what is open", load);
        }
        Set<CoordinatorId> known = workloads.stored().stream().map(Workload::id).collect(Collectors.toSet());
        leads.all().stream()
                .flatMap(lead -> lead.ownership().ledger().stream())
                .filter(Assignment::counts)
                .forEach(decision ->
                        Violation.unless(known.contains(decision.owner()), "an owner has a workload", decision));
    }

    /** With how many leads somebody is charged. */
    public long given(String coordinator) {
        Workload load = workloads.now(new CoordinatorId(coordinator));
        return load == null ? 0 : load.total();
    }

    /** Whether anybody was charged with a lead that went elsewhere. */
    public boolean tookBack() {
        return workloads.stored().stream()
                .flatMap(load -> load.charges().stream())
                .anyMatch(charge -> !charge.counts());
    }

    /** Whether something that a coordinator did is kept. */
    public boolean knows(CoordinatorAct act) {
        return acts.now(act.id()) != null
                || leads.all().stream()
                        .anyMatch(lead -> lead.work().lastAct() != null
                                && lead.work().lastAct().id().equals(act.id()));
    }
}
