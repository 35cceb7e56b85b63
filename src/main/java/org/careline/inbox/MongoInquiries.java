package org.careline.inbox;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.conversions.Bson;
import org.careline.lead.SourceId;
import org.careline.store.Budget;
import org.careline.store.MongoGuardedStore;
import org.careline.store.Page;
import org.careline.store.StoredReads;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** The inbox documents in MongoDB. */
@Component
final class MongoInquiries implements InquiryStore {

    private static final String DOING = "read inquiries";
    private static final String DUE_AT = "dueAt";

    /** Where {@link StoredInquiry#restingOrder()} is stored. */
    private static final String RESTING_ORDER = "shelf";

    /** Sorts after every place of one progress: the bar behind its name is followed by digits. */
    private static final String END = "|~";

    private final StoredReads<StoredInquiry> reads;
    private final ApplicationEventPublisher events;
    private final MongoGuardedStore<SourceId, StoredInquiry> guarded;

    MongoInquiries(MongoTemplate template, ApplicationEventPublisher events, Clock clock) {
        this.reads = new StoredReads<>(template, InboxDocuments.INQUIRIES, StoredInquiry.class, Budget.OF_A_ROUND);
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
        if (documents.stream().anyMatch(one -> one.dueAt().isPresent() && held.contains(one.id()))) {
            events.publishEvent(new InquiriesWaiting());
        }
        return held;
    }

    @Override
    public List<StoredInquiry> due(Instant now, int limit) {
        return reads.page(DOING, Filters.lte(DUE_AT, Date.from(now)), Sorts.ascending(DUE_AT), limit);
    }

    @Override
    public Optional<StoredInquiry> withReceipt(Receipt receipt) {
        return reads.some(DOING, Filters.eq("receipt", receipt.value()), 1).stream()
                .findFirst();
    }

    @Override
    public List<StoredInquiry> resting(Progress progress, Page page) {
        String from = page.after().orElse(progress + "|");
        Bson these = where(RESTING_ORDER).gt(from).lt(progress + END).getCriteriaObject();
        return reads.page(DOING, these, Sorts.ascending(RESTING_ORDER), page.limit());
    }
}
