package org.careline.assignment;

import java.util.List;
import org.careline.staff.CoordinatorId;
import org.careline.store.GuardedStore;

/** The coordinators' workloads. There are as many documents as there ever were coordinators. */
interface WorkloadStore extends GuardedStore<CoordinatorId, Workload> {

    List<Workload> all();
}
