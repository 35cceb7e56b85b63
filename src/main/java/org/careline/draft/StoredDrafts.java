package org.careline.draft;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.careline.store.DeclaredIndex;
import org.careline.store.StoreBoundary;
import org.careline.store.StoredAsText;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** How drafts lie in the store: their id, and every index that a query of this module needs. */
@Configuration(proxyBeanMethods = false)
class StoredDrafts {

    static final String DRAFTS = "drafts";

    private static final String ID = "_id";
    private static final String REV = "rev";
    private static final String ENDS = "endsAt";

    @Bean
    StoredAsText<DraftId> storedDraftIds() {
        return new StoredAsText<>(DraftId.class, DraftId::value, DraftId::new);
    }

    /** Those whose time is over. */
    @Bean
    DeclaredIndex draftsByEnd() {
        return DeclaredIndex.ascending(DRAFTS, "by_end", ENDS);
    }

    /**
     * Deletes those whose time is over, each as it was found: one that was touched meanwhile stays.
     *
     * @return how many were looked at
     */
    static int sweep(MongoTemplate store, Instant now, int limit) {
        return StoreBoundary.call("delete drafts", () -> {
            MongoCollection<Document> drafts = store.getCollection(DRAFTS).withWriteConcern(WriteConcern.MAJORITY);
            List<DeleteOneModel<Document>> deletes = new ArrayList<>();
            drafts.find(Filters.lte(ENDS, Date.from(now)))
                    .sort(Sorts.ascending(ENDS))
                    .limit(limit)
                    .projection(Projections.include(ID, REV))
                    .forEach(over -> deletes.add(new DeleteOneModel<>(
                            Filters.and(Filters.eq(ID, over.get(ID)), Filters.eq(REV, over.get(REV))))));
            if (!deletes.isEmpty()) {
                drafts.bulkWrite(deletes);
            }
            return deletes.size();
        });
    }
}
