package org.careline.assignment;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.careline.staff.CoordinatorId;
import org.careline.store.MongoGuardedStore;
import org.careline.store.StoreBoundary;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** The workloads in MongoDB. */
@Component
final class MongoWorkloads implements WorkloadStore {

    private static final String WORKLOADS = "workloads";

    private final MongoTemplate template;
    private final MongoGuardedStore<CoordinatorId, Workload> guarded;

    MongoWorkloads(MongoTemplate template, Clock clock) {
        this.template = template;
        this.guarded = new MongoGuardedStore<>(template, WORKLOADS, Workload.class, clock);
    }

    @Override
    public List<Workload> all() {
        Query everyone = Query.query(Criteria.where("_id").gt(""));
        return StoreBoundary.call("read workloads", () -> template.find(everyone, Workload.class, WORKLOADS));
    }

    @Override
    public Map<CoordinatorId, Workload> find(Collection<CoordinatorId> ids) {
        return guarded.find(ids);
    }

    @Override
    public Set<CoordinatorId> write(Collection<Workload> documents) {
        return guarded.write(documents);
    }
}
