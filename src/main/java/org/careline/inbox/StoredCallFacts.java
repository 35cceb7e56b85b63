package org.careline.inbox;

import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.careline.lead.Fact;
import org.careline.lead.SourceId;
import org.careline.store.Budget;
import org.careline.store.StoreUnavailable;
import org.careline.store.StoredReads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** The facts of calls in the inbox documents; one call is asked for within a budget of its own. */
@Component
final class StoredCallFacts implements CallFacts {

    private static final Logger LOG = LoggerFactory.getLogger(StoredCallFacts.class);
    private static final int AT_ONCE = 500;

    private final StoredReads<StoredInquiry> reads;
    private final InquiryStore all;

    StoredCallFacts(MongoTemplate store, InquiryStore all) {
        this.reads = new StoredReads<>(store, InboxDocuments.INQUIRIES, StoredInquiry.class, Budget.OF_A_WEBHOOK);
        this.all = all;
    }

    @Override
    public boolean know(SourceId call, Fact.Kind kind, String status) {
        try {
            return reads.some("read the facts of a call", Filters.eq("_id", call.value()), 1).stream()
                    .flatMap(found -> found.facts().stream())
                    .anyMatch(fact -> fact.kind() == kind && fact.status().equals(status));
        } catch (StoreUnavailable away) {
            LOG.debug("What another node learnt about a call is not known");
            return false;
        }
    }

    @Override
    public Map<SourceId, KnownCall> find(Collection<SourceId> calls) {
        List<SourceId> wanted = new ArrayList<>(calls);
        Map<SourceId, KnownCall> found = new HashMap<>();
        for (int from = 0; from < wanted.size(); from += AT_ONCE) {
            List<SourceId> some = wanted.subList(from, Math.min(from + AT_ONCE, wanted.size()));
            all.find(some).values().forEach(stored -> found.put(stored.id(), known(stored)));
        }
        return found;
    }

    private static KnownCall known(StoredInquiry stored) {
        return new KnownCall(stored.inquiry().isPresent(), stored.facts());
    }
}
