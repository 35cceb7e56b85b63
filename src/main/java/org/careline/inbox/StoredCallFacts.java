package org.careline.inbox;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.careline.lead.Fact;
import org.careline.lead.SourceId;
import org.careline.store.StoreBoundary;
import org.careline.store.StoreUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** The facts of calls in the inbox documents; asked for one call at a time, within a budget of its own. */
@Component
final class StoredCallFacts implements CallFacts {

    private static final Logger LOG = LoggerFactory.getLogger(StoredCallFacts.class);
    private static final long BUDGET_MS = 300;

    private final MongoTemplate store;

    StoredCallFacts(MongoTemplate store) {
        this.store = store;
    }

    @Override
    public boolean know(SourceId call, Fact.Kind kind, String status) {
        try {
            return StoreBoundary.call("read the facts of a call", () -> find(call)).map(StoredInquiry::facts).stream()
                    .flatMap(facts -> facts.stream())
                    .anyMatch(fact -> fact.kind() == kind && fact.status().equals(status));
        } catch (StoreUnavailable away) {
            LOG.debug("What another node learnt about a call is not known");
            return false;
        }
    }

    private Optional<StoredInquiry> find(SourceId call) {
        Document found = inquiries().find(Filters.eq("_id", call.value())).first();
        return Optional.ofNullable(found).map(document -> store.getConverter().read(StoredInquiry.class, document));
    }

    private MongoCollection<Document> inquiries() {
        return store.getCollection(InboxDocuments.INQUIRIES).withTimeout(BUDGET_MS, TimeUnit.MILLISECONDS);
    }
}
