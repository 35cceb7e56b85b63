package org.careline.waiting;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.careline.contact.PhoneNumber;
import org.careline.staff.CoordinatorId;
import org.careline.store.GuardedStore;
import org.careline.store.StoreBoundary;
import org.springframework.data.mongodb.core.MongoTemplate;

/** One document for each waiting. */
final class MongoWaitingLine implements WaitingLine {

    /** A webhook may ask twice and still answers in time. */
    static final long BUDGET_MS = 300;

    private static final int MOST_OPEN = 500;
    private static final int MOST_TALKS = 2_000;
    private static final int MOST_FORGOTTEN = 1_000;

    private static final String ID = "_id";
    private static final String PLACE = "place";
    private static final String PHONE = "party.phone";
    private static final String BEGUN = "waiting.begun";
    private static final String TALK_OVER = "accept.endedAt";
    private static final String ENDED = "ended.at";
    private static final String COORDINATOR = "coordinator";

    private final MongoTemplate store;
    private final GuardedStore<WaitingId, WaitingCall> guarded;

    MongoWaitingLine(MongoTemplate store, GuardedStore<WaitingId, WaitingCall> guarded) {
        this.store = store;
        this.guarded = guarded;
    }

    @Override
    public Map<WaitingId, WaitingCall> find(Collection<WaitingId> ids) {
        return guarded.find(ids);
    }

    @Override
    public List<WaitingCall> open() {
        return page("read the waiting line", Filters.gt(PLACE, ""), Sorts.ascending(PLACE), MOST_OPEN);
    }

    @Override
    public Optional<WaitingCall> latestOf(PhoneNumber phone, Instant since) {
        Bson theirs = Filters.and(Filters.eq(PHONE, phone.e164()), Filters.gte(BEGUN, Date.from(since)));
        return page("read who waited", theirs, Sorts.descending(BEGUN), 1).stream()
                .findFirst();
    }

    @Override
    public List<Talk> talksSince(Instant time) {
        return StoreBoundary.call("read talks", () -> {
            List<Talk> talks = new ArrayList<>();
            calls().find(Filters.gte(TALK_OVER, Date.from(time)))
                    .sort(Sorts.ascending(TALK_OVER))
                    .projection(Projections.include("accept", "rings"))
                    .limit(MOST_TALKS)
                    .forEach(document -> talks.add(talk(document)));
            return talks;
        });
    }

    private static Talk talk(Document call) {
        Document accept = call.get("accept", Document.class);
        String coordinator = accept.getString(COORDINATOR);
        return new Talk(
                new WaitingId(call.getString(ID)),
                new CoordinatorId(coordinator),
                call.getList("rings", Document.class).stream()
                        .filter(ring -> coordinator.equals(ring.getString(COORDINATOR)))
                        .map(ring -> ring.getString("leg"))
                        .filter(Objects::nonNull)
                        .findFirst(),
                accept.getDate("bridgedAt").toInstant(),
                accept.getDate("endedAt").toInstant());
    }

    @Override
    public Set<WaitingId> write(Collection<WaitingCall> changed) {
        return guarded.write(changed);
    }

    /** Each by its id: a sharded cluster takes no other delete without asking all its parts. */
    @Override
    public void forget(Instant endedBefore) {
        StoreBoundary.call("forget old waits", () -> {
            List<DeleteOneModel<Document>> old = new ArrayList<>();
            calls().find(Filters.lt(ENDED, Date.from(endedBefore)))
                    .sort(Sorts.ascending(ENDED))
                    .projection(Projections.include(ID))
                    .limit(MOST_FORGOTTEN)
                    .forEach(document -> old.add(new DeleteOneModel<>(Filters.eq(ID, document.get(ID)))));
            return old.isEmpty() || calls().bulkWrite(old).wasAcknowledged();
        });
    }

    private List<WaitingCall> page(String doing, Bson wanted, Bson order, int limit) {
        return StoreBoundary.call(doing, () -> {
            List<WaitingCall> all = new ArrayList<>();
            calls().find(wanted)
                    .sort(order)
                    .limit(limit)
                    .forEach(document -> all.add(store.getConverter().read(WaitingCall.class, document)));
            return all;
        });
    }

    private MongoCollection<Document> calls() {
        return store.getCollection(StoredWaiting.CALLS).withTimeout(BUDGET_MS, TimeUnit.MILLISECONDS);
    }
}
