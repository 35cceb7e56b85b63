package org.careline.assignment;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.careline.staff.CoordinatorId;
import org.springframework.stereotype.Component;

/**
 * Takes room in the coordinators' workloads, one guarded write for each of them. It comes before the leads are written:
 * whoever else gives leads to the same coordinator loses the guard, so that neither capacity nor burst limit nor rotation
 * is overrun by two at once. Whether a lead was written after all is told by the lead; see {@link WorkloadSettling}.
 */
@Component
public final class Charges {

    private final WorkloadStore workloads;
    private final Map<CoordinatorId, Set<Grant>> confirmed = new ConcurrentHashMap<>();

    Charges(WorkloadStore workloads) {
        this.workloads = workloads;
    }

    /**
     * Charges them all.
     *
     * @param rotation as it was read before anything was decided
     * @return the coordinators who surely are charged; what was to go to another one must be decided anew
     */
    public Set<CoordinatorId> charge(Rotation rotation, Collection<Grant> all) {
        Map<CoordinatorId, List<Grant>> byCoordinator =
                all.stream().collect(Collectors.groupingBy(Grant::to, TreeMap::new, Collectors.toList()));
        if (byCoordinator.isEmpty()) {
            return Set.of();
        }
        Map<CoordinatorId, Workload> changed = new TreeMap<>();
        rotation.moved().forEach(load -> changed.put(load.id(), load));
        byCoordinator.forEach((id, given) ->
                rotation.member(id).ifPresent(member -> changed.put(id, charged(member, given))));
        return workloads.write(changed.values());
    }

    private Workload charged(Candidate member, List<Grant> given) {
        Workload load = member.load();
        for (Grant known : confirmed.getOrDefault(load.id(), Set.of())) {
            load = load.charge(known.lead(), known.term()).map(load::settled).orElse(load);
        }
        confirmed.remove(load.id());
        for (Grant one : given) {
            load = load.given(one, member.who(), member.window());
        }
        return load;
    }

    /**
     * Takes a charge back whose lead surely went elsewhere. Should a write of it yet come true, settling finds that.
     *
     * @throws org.careline.store.StoreUnavailable if the store does not answer in time; settling takes it back then
     */
    void giveBack(CoordinatorId from, AssignmentRequest request) {
        workloads.change(
                from,
                load -> load.charge(request.lead(), request.term())
                        .filter(Charge::counts)
                        .map(load::takenBack));
    }

    /** The leads were surely written. It is noted with the next charge; if that never comes, settling finds it out. */
    public void confirm(Collection<Grant> written) {
        written.forEach(given -> confirmed
                .computeIfAbsent(given.to(), id -> ConcurrentHashMap.newKeySet())
                .add(given));
    }
}
