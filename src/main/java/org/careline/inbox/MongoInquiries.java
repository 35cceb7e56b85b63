package org.careline.inbox;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.careline.lead.SourceId;
import org.careline.store.MongoGuardedStore;
import org.careline.store.StoreBoundary;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** The inbox documents in MongoDB. */
@Component
final class MongoInquiries implements InquiryStore {

    private static final String DUE_AT = "dueAt";
    /** Where {@link StoredInquiry#restingOrder()} is stored. */
    private static final String RESTING_ORDER = "shelf";

    /** Sorts after every place of one progress: the bar behind its name is followed by digits. */
    private static final String END = "|~";

    private final MongoTemplate template;
    private final ApplicationEventPublisher events;
    private final MongoGuardedStore<SourceId, StoredInquiry> guarded;

    MongoInquiries(MongoTemplate template, ApplicationEventPublisher events, Clock clock) {
        this.template = template;
        this.events = events;
        this.guarded = new MongoGuardedStore<>(template, InboxDocuments.INQUIRIES, StoredInquiry.class, clock);
    }

    @Override
    public Map<SourceId, StoredInquiry> find(Collection<SourceId> ids) {
        return guarded.find(ids);
    }

    @Override
    public Set<SourceId> write(Collection<StoredInquiry> documents) {
        Set<SourceId> held = guarded.write(documents);
        if (documents.stream().anyMatch(one -> one.dueAt() != null && held.contains(one.id()))) {
            events.publishEvent(new InquiriesWaiting());
        }
        return held;
    }

    @Override
    public List<StoredInquiry> due(Instant now, int limit) {
        return found(where(DUE_AT).lte(now), DUE_AT, limit);
    }

    @Override
    public Optional<StoredInquiry> withReceipt(Receipt receipt) {
        Query query = Query.query(where("receipt").is(receipt.value())).limit(1);
        return asking(query).stream().findFirst();
    }

    @Override
    public List<StoredInquiry> resting(Progress progress, @Nullable String after, int limit) {
        String from = after == null ? progress + "|" : after;
        return found(where(RESTING_ORDER).gt(from).lt(progress + END), RESTING_ORDER, limit);
    }

    private List<StoredInquiry> found(Criteria criteria, String order, int limit) {
        return asking(Query.query(criteria).with(Sort.by(order)).limit(limit));
    }

    private List<StoredInquiry> asking(Query query) {
        return StoreBoundary.call(
                "read inquiries", () -> template.find(query, StoredInquiry.class, InboxDocuments.INQUIRIES));
    }
}
