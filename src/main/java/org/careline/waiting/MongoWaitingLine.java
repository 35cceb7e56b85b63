package org.careline.waiting;

import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.careline.contact.PhoneNumber;
import org.careline.staff.CoordinatorId;
import org.careline.store.Budget;
import org.careline.store.GuardedStore;
import org.careline.store.StoreBoundary;
import org.careline.store.StoredReads;
import org.springframework.data.mongodb.core.MongoTemplate;

/** One document for each waiting. */
final class MongoWaitingLine implements WaitingLine {

    static final Budget BUDGET = Budget.OF_A_WEBHOOK;

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
    private final StoredReads<WaitingCall> reads;

    MongoWaitingLine(MongoTemplate store, GuardedStore<WaitingId, WaitingCall> guarded) {
        this.store = store;
        this.guarded = guarded;
        this.reads = new StoredReads<>(store, StoredWaiting.CALLS, WaitingCall.class, BUDGET);
    }

    @Override
    public Map<WaitingId, WaitingCall> find(Collection<WaitingId> ids) {
        return guarded.find(ids);
    }

    @Override
    public List<WaitingCall> open() {
        return reads.page("read the waiting line", Filters.gt(PLACE, ""), Sorts.ascending(PLACE), MOST_OPEN);
    }

    @Override
    public Optional<WaitingCall> latestOf(PhoneNumber phone, Instant since) {
        Bson theirs = Filters.and(Filters.eq(PHONE, phone.e164()), Filters.gte(BEGUN, Date.from(since)));
        return reads.page("read who waited", theirs, Sorts.descending(BEGUN), 1).stream()
                .findFirst();
    }

    @Override
    public List<Talk> talksSince(Instant time) {
        return reads.parts(
                "read talks",
                Filters.gte(TALK_OVER, Date.from(time)),
                Sorts.ascending(TALK_OVER),
                MOST_TALKS,
                List.of("accept", "rings"),
                MongoWaitingLine::talk);
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
        Bson over = Filters.lt(ENDED, Date.from(endedBefore));
        List<DeleteOneModel<Document>> old = reads.parts(
                "find old waits",
                over,
                Sorts.ascending(ENDED),
                MOST_FORGOTTEN,
                List.of(ID),
                document -> new DeleteOneModel<>(Filters.eq(ID, document.get(ID))));
        if (!old.isEmpty()) {
            StoreBoundary.call(
                    "forget old waits",
                    () -> BUDGET.on(store.getCollection(StoredWaiting.CALLS)).bulkWrite(old));
        }
    }
}
