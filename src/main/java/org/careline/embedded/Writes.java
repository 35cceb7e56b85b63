package org.careline.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Single write statements on one collection. Each is atomic for its document, as in MongoDB. */
final class Writes {

    private static final int MOST_KEY_BYTES = 16_384;

    private final StoredCollection collection;

    Writes(StoredCollection collection) {
        this.collection = collection;
    }

    void insert(Document document) {
        if (!document.containsKey("_id")) {
            throw Refusal.notImplemented("a document without _id: the driver makes one");
        }
        byte[] key = keyOf(document.get("_id"));
        byte[] bytes = Bson.encode(document);
        collection.writing(() -> {
            if (collection.document(key).isPresent()) {
                throw new DuplicateId(collection.namespace(), document.get("_id"));
            }
            collection.put(key, bytes);
            return bytes;
        });
    }

    /** Changes the one document with the filter's {@code _id}, if the rest of the filter holds for it. */
    UpdateOutcome update(Document query, Document update, boolean upsert) {
        Filter filter = new Filter(query);
        Object id = idOf(filter);
        byte[] key = keyOf(id);
        return collection.writing(() -> {
            Optional<byte[]> before = collection.document(key);
            Optional<Document> found = before.map(Bson::decode).filter(filter::matches);
            if (found.isEmpty()) {
                return upsert ? upsert(filter, update, key, before.isPresent()) : UpdateOutcome.NONE;
            }
            byte[] after = Bson.encode(new Updates(update, false).applyTo(Bson.decode(before.get())));
            boolean modified = !Arrays.equals(before.get(), after);
            if (modified) {
                collection.put(key, after);
            }
            return new UpdateOutcome(found, Optional.of(Bson.decode(after)), modified);
        });
    }

    private UpdateOutcome upsert(Filter filter, Document update, byte[] key, boolean exists) {
        Object id = idOf(filter);
        if (exists) {
            throw new DuplicateId(collection.namespace(), id);
        }
        Document seed = new Document("_id", id);
        filter.equalities().forEach((field, value) -> {
            if (!field.equals("_id")) {
                Place.made(seed, FieldPath.of(field).steps()).set(value);
            }
        });
        Document inserted = new Updates(update, true).applyTo(seed);
        collection.put(key, Bson.encode(inserted));
        return new UpdateOutcome(Optional.empty(), Optional.of(inserted), false);
    }

    /** Removes all that match, or only the first; answers how many. */
    int delete(Document filter, boolean onlyOne, Effort effort) {
        return collection.writing(() -> {
            Filter meant = new Filter(filter);
            Snapshot snapshot = collection.snapshot();
            Plan plan = new Planner(snapshot, filter, SortOrder.NONE, onlyOne ? 1 : 0).plan();
            Scan scan = new Scan(snapshot, plan, effort, new HashSet<ByteBuffer>());
            return (int) scan.hits()
                    .filter(hit -> meant.matches(Bson.decode(hit.document())))
                    .limit(onlyOne ? 1 : Long.MAX_VALUE)
                    .peek(hit -> collection.remove(hit.key()))
                    .count();
        });
    }

    /** Removes the document with the filter's {@code _id}, if the rest holds, and answers what it was. */
    Optional<Document> remove(Document query) {
        Filter filter = new Filter(query);
        byte[] key = keyOf(idOf(filter));
        return collection.writing(() -> {
            Optional<Document> before =
                    collection.document(key).map(Bson::decode).filter(filter::matches);
            before.ifPresent(found -> collection.remove(key));
            return before;
        });
    }

    static byte[] keyOf(@Nullable Object id) {
        return OrderedKey.of(id)
                .filter(key -> !(id instanceof List) && key.length <= MOST_KEY_BYTES)
                .orElseThrow(() ->
                        Refusal.badValue("The _id is an array, a decimal, code, a regular expression or too long"));
    }

    private static Object idOf(Filter filter) {
        return filter.id()
                .orElseThrow(
                        () -> Refusal.notImplemented("an update whose filter does not name the _id of a document"));
    }
}
