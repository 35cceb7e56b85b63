package org.careline.assignment;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.careline.intake.simulation.SimulatedStore;
import org.careline.intake.simulation.Stage;
import org.careline.intake.simulation.Watcher;
import org.careline.intake.simulation.Weather;
import org.careline.staff.CoordinatorId;

/** The workloads in memory. */
final class SimulatedWorkloads extends SimulatedStore<CoordinatorId, Workload> implements WorkloadStore {

    /** A planted fault: what was planned stays charged, whatever became of it. */
    private final boolean neverGivesBack;

    SimulatedWorkloads(Stage stage, Weather weather, Watcher watcher, boolean neverGivesBack) {
        super("workloads", stage, weather, watcher);
        this.neverGivesBack = neverGivesBack;
    }

    @Override
    public List<Workload> all() {
        asked();
        return stored();
    }

    /** For those who look from outside the play. */
    List<Workload> stored() {
        return List.copyOf(super.all());
    }

    @Override
    public Set<CoordinatorId> write(Collection<Workload> changed) {
        return super.write(changed.stream()
                .filter(load -> !neverGivesBack || !givesBack(load))
                .toList());
    }

    private boolean givesBack(Workload load) {
        Workload before = now(load.id());
        return before != null && load.total() < before.total();
    }
}
