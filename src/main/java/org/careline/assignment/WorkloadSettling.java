package org.careline.assignment;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.careline.lead.LeadId;
import org.careline.lead.LeadRounds;
import org.careline.lead.LeadsById;
import org.careline.node.Next;
import org.careline.staff.Actor;
import org.careline.staff.ClinicCoordinators.Coordinator;
import org.careline.staff.CoordinatorId;
import org.careline.staff.Roster;
import org.springframework.stereotype.Component;

/**
 * Compares the workloads with the leads, which are the truth: a charge whose lead says the same is settled, one whose lead
 * went to somebody else or was never written is given back, and the open leads of those with a capacity are counted anew.
 * Whoever came or went since is let into the rotation or out of it.
 * Every write is guarded; any node may do it at any time.
 */
@Component
final class WorkloadSettling {

    private static final Actor RULE = new Actor.Rule("workloads");

    /** A lead that is not there yet may still be on its way for so long. */
    static final Duration GRACE = Duration.ofMinutes(2);

    /** So many open leads above a capacity are told apart. */
    private static final int ABOVE = 50;

    private final WorkloadStore workloads;
    private final Rotations rotations;
    private final LeadsById leads;
    private final LeadRounds rounds;
    private final Roster roster;
    private final Clock clock;

    WorkloadSettling(
            WorkloadStore workloads,
            Rotations rotations,
            LeadsById leads,
            LeadRounds rounds,
            Roster roster,
            Clock clock) {
        this.workloads = workloads;
        this.rotations = rotations;
        this.leads = leads;
        this.rounds = rounds;
        this.roster = roster;
        this.clock = clock;
    }

    Next settle() {
        List<Workload> stored = workloads.all();
        Set<LeadId> unsure = stored.stream()
                .flatMap(load -> load.charges().stream())
                .filter(Charge::unsure)
                .map(Charge::lead)
                .collect(Collectors.toSet());
        LeadsWord word =
                new LeadsWord(leads.stored(unsure, RULE), clock.instant().minus(GRACE));
        boolean changed = settle(stored, word);
        return Next.after(changed || !unsure.isEmpty());
    }

    private boolean settle(List<Workload> stored, LeadsWord word) {
        Map<CoordinatorId, Workload> moved =
                rotations.of(stored).moved().stream().collect(Collectors.toMap(Workload::id, Function.identity()));
        Set<CoordinatorId> known = stored.stream().map(Workload::id).collect(Collectors.toSet());
        List<Workload> changed = new ArrayList<>(moved.values().stream()
                .filter(load -> !known.contains(load.id()))
                .toList());
        for (Workload load : stored) {
            Workload compared = recounted(word.about(moved.getOrDefault(load.id(), load)));
            if (!compared.equals(load)) {
                changed.add(compared);
            }
        }
        if (!changed.isEmpty()) {
            workloads.write(changed);
        }
        return !changed.isEmpty();
    }

    private Workload recounted(Workload load) {
        int capacity = roster.find(load.id()).map(Coordinator::capacity).orElse(0);
        return capacity == 0 ? load : load.recounted(rounds.openIdsOf(load.id(), capacity + ABOVE, RULE));
    }
}
