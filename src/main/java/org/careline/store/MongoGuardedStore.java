package org.careline.store;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.WriteModel;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.convert.MongoConverter;

/**
 * Guarded documents in a MongoDB collection. Each kind is a record with the components {@code id} and {@code long rev}.
 * Every stored revision also carries {@code writtenAt}, and {@code writtenBy}, a mark of the {@link #write} that
 * made it: a bulk's answer has only sums, and when they fall short that mark tells what held.
 *
 * @param <K> the id, a value that is stored as text
 * @param <T> the record
 */
public final class MongoGuardedStore<K, T extends Versioned<K>> implements GuardedStore<K, T> {

    private static final Logger LOG = LoggerFactory.getLogger(MongoGuardedStore.class);
    private static final BulkWriteOptions IN_ANY_ORDER = new BulkWriteOptions().ordered(false);
    private static final int DUPLICATE = 11_000;
    private static final String ID = "_id";
    private static final String REV = "rev";
    private static final String WRITTEN_AT = "writtenAt";
    private static final String WRITTEN_BY = "writtenBy";

    private final MongoTemplate template;
    private final String collection;
    private final Class<T> type;
    private final Clock clock;
    private final Budget budget;

    /**
     * @param collection the collection's name
     * @param type the record that its documents are
     * @param clock tells when a document was written
     */
    public MongoGuardedStore(MongoTemplate template, String collection, Class<T> type, Clock clock) {
        this(template, collection, type, clock, Budget.OF_A_ROUND);
    }

    /** @param budget within which each round trip is answered */
    public MongoGuardedStore(MongoTemplate template, String collection, Class<T> type, Clock clock, Budget budget) {
        this.template = template;
        this.collection = collection;
        this.type = type;
        this.clock = clock;
        this.budget = budget;
    }

    @Override
    public Map<K, T> find(Collection<K> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<Object> keys = ids.stream().distinct().map(this::stored).toList();
        return StoreBoundary.call("read " + collection, () -> documents(keys));
    }

    private Map<K, T> documents(List<Object> keys) {
        MongoConverter mapping = template.getConverter();
        Map<K, T> found = new HashMap<>();
        for (Document document : documents().find(Filters.in(ID, keys)).batchSize(keys.size() + 1)) {
            T read = mapping.read(type, document);
            found.put(read.id(), read);
        }
        return found;
    }

    @Override
    public Set<K> write(Collection<T> documents) {
        if (documents.isEmpty()) {
            return Set.of();
        }
        String by = UUID.randomUUID().toString();
        List<Guarded<K>> batch =
                documents.stream().map(value -> guarded(value, by)).toList();
        return StoreBoundary.call("write " + collection, () -> held(batch));
    }

    private Guarded<K> guarded(T value, String by) {
        Document document = new Document();
        template.getConverter().write(value, document);
        document.put(REV, value.rev() + 1);
        document.put(WRITTEN_AT, Date.from(clock.instant()));
        document.put(WRITTEN_BY, by);
        return new Guarded<>(value.id(), stored(value.id()), value.rev(), document);
    }

    private Set<K> held(List<Guarded<K>> batch) {
        List<WriteModel<Document>> writes =
                batch.stream().<WriteModel<Document>>map(Guarded::write).toList();
        try {
            BulkWriteResult sums = documents().bulkWrite(writes, IN_ANY_ORDER);
            return among(batch, sums);
        } catch (MongoBulkWriteException partly) {
            return among(without(failures(partly), batch), partly.getWriteResult());
        }
    }

    private Set<Integer> failures(MongoBulkWriteException partly) {
        if (partly.getWriteConcernError() != null) {
            throw new StoreUnavailable("write " + collection, partly);
        }
        partly.getWriteErrors().stream()
                .filter(error -> error.getCode() != DUPLICATE)
                .forEach(error -> LOG.error("A write to {} was refused: code {}", collection, error.getCode()));
        return partly.getWriteErrors().stream().map(BulkWriteError::getIndex).collect(Collectors.toSet());
    }

    private static <K> List<Guarded<K>> without(Set<Integer> failed, List<Guarded<K>> batch) {
        List<Guarded<K>> rest = new ArrayList<>();
        for (int index = 0; index < batch.size(); index++) {
            if (!failed.contains(index)) {
                rest.add(batch.get(index));
            }
        }
        return rest;
    }

    /** A failed insert is told by its index. A lost guard is not: if the sum falls short, only the documents can tell. */
    private Set<K> among(List<Guarded<K>> sent, BulkWriteResult sums) {
        long replacing = sent.stream().filter(write -> write.replaced() > 0).count();
        return sums.getMatchedCount() == replacing
                ? sent.stream().map(Guarded::id).collect(Collectors.toSet())
                : confirmed(sent);
    }

    private Set<K> confirmed(List<Guarded<K>> sent) {
        List<Object> keys = sent.stream().map(Guarded::key).toList();
        Map<Object, Document> stored = new HashMap<>();
        documents()
                .find(Filters.in(ID, keys))
                .projection(Projections.include(REV, WRITTEN_BY))
                .forEach(document -> stored.put(document.get(ID), document));
        Set<K> held = new HashSet<>();
        for (Guarded<K> write : sent) {
            Document now = stored.get(write.key());
            if (now != null && write.isStoredAs(now)) {
                held.add(write.id());
            }
        }
        return held;
    }

    private Object stored(K id) {
        return Objects.requireNonNull(template.getConverter().convertToMongoType(id), "an id's stored form");
    }

    private MongoCollection<Document> documents() {
        return budget.on(template.getCollection(collection).withWriteConcern(WriteConcern.MAJORITY));
    }

    /** One document to be written, and the revision that it replaces; 0 for none. */
    private record Guarded<K>(K id, Object key, long replaced, Document document) {

        WriteModel<Document> write() {
            return replaced == 0
                    ? new InsertOneModel<>(document)
                    : new ReplaceOneModel<>(Filters.and(Filters.eq(ID, key), Filters.eq(REV, replaced)), document);
        }

        boolean isStoredAs(Document now) {
            return Objects.equals(now.get(REV), document.get(REV))
                    && Objects.equals(now.get(WRITTEN_BY), document.get(WRITTEN_BY));
        }
    }
}
