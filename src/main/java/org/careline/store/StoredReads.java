package org.careline.store;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Reads documents of one kind, each time a range of one index, within a budget. Every method takes what is done, for the
 * exception's message and never with contact data, and throws {@link StoreUnavailable} if the store does not answer in time.
 *
 * @param <T> what a whole document is
 */
public final class StoredReads<T> {

    private final MongoTemplate store;
    private final String collection;
    private final Class<T> type;
    private final Budget budget;

    /**
     * @param collection the collection's name
     * @param type what its documents are
     * @param budget within which each is answered
     */
    public StoredReads(MongoTemplate store, String collection, Class<T> type, Budget budget) {
        this.store = store;
        this.collection = collection;
        this.type = type;
        this.budget = budget;
    }

    /**
     * A page of a list in the order of one field, whose values are texts and not empty.
     *
     * @param wanted which documents are in the list, as another range of the same index; empty for all that have the field
     */
    public List<T> page(String doing, Optional<Bson> wanted, String order, Page page) {
        Bson later = Filters.gt(order, page.after().orElse(""));
        return page(
                doing,
                wanted.map(list -> Filters.and(list, later)).orElse(later),
                Sorts.ascending(order),
                page.limit());
    }

    /** The first of those that are wanted, in this order. */
    public List<T> page(String doing, Bson wanted, Bson order, int limit) {
        return read(doing, found -> found.filter(wanted).sort(order).limit(limit), this::whole);
    }

    /** Some that are wanted, in any order. */
    public List<T> some(String doing, Bson wanted, int limit) {
        return read(doing, found -> found.filter(wanted).limit(limit), this::whole);
    }

    /** All that are wanted, in any order. */
    public List<T> all(String doing, Bson wanted) {
        return read(doing, found -> found.filter(wanted), this::whole);
    }

    /**
     * The first of those that are wanted, but only some of their fields.
     *
     * @param read makes of a document with these fields what is asked for
     */
    public <R> List<R> parts(
            String doing, Bson wanted, Bson order, int limit, List<String> fields, Function<Document, R> read) {
        Bson parts = Projections.include(fields);
        return read(
                doing, found -> found.filter(wanted).sort(order).limit(limit).projection(parts), read);
    }

    /** The ids of some that are wanted, as they are stored. */
    public List<String> ids(String doing, Bson wanted, int limit) {
        Bson id = Projections.include("_id");
        return read(
                doing,
                found -> found.filter(wanted).limit(limit).projection(id),
                document -> document.getString("_id"));
    }

    private <R> List<R> read(
            String doing, Function<FindIterable<Document>, FindIterable<Document>> asked, Function<Document, R> read) {
        return StoreBoundary.call(doing, () -> {
            List<R> all = new ArrayList<>();
            asked.apply(documents().find()).forEach(document -> all.add(read.apply(document)));
            return all;
        });
    }

    private T whole(Document document) {
        return store.getConverter().read(type, document);
    }

    private MongoCollection<Document> documents() {
        return budget.on(store.getCollection(collection));
    }
}
