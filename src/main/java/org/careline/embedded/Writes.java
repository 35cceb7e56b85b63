package org.careline.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
            if (collection.document(key) != null) {
                throw new DuplicateId(collection.namespace(), document.get("_id"));
            }
            collection.put(key, null, bytes);
            return bytes;
        });
    }

    /** Changes the one document with the filter's {@code _id}, if the rest of the filter holds for it. */
    UpdateOutcome update(Document query, Document update, boolean upsert) {
        Filter filter = new Filter(query);
        Object id = idOf(filter);
        byte[] key = keyOf(id);
        return collection.writing(() -> {
            byte[] before = collection.document(key);
            Document found = before == null ? null : Bson.decode(before);
            if (before == null || found == null || !filter.matches(found)) {
                return upsert ? upsert(filter, update, key, before != null) : UpdateOutcome.NONE;
            }
            byte[] after = Bson.encode(new Updates(update, false).applyTo(Bson.decode(before)));
            boolean modified = !Arrays.equals(before, after);
            if (modified) {
                collection.put(key, before, after);
            }
            return new UpdateOutcome(true, modified, null, found, Bson.decode(after));
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
        collection.put(key, null, Bson.encode(inserted));
        return new UpdateOutcome(false, false, new Document("_id", id), null, inserted);
    }

    /** Removes all that match, or only the first; answers how many. */
    int delete(Document filter, boolean onlyOne, Effort effort) {
        return collection.writing(() -> {
            Filter meant = new Filter(filter);
            Snapshot snapshot = collection.snapshot();
            Plan plan = new Planner(snapshot, filter, SortOrder.NONE, onlyOne ? 1 : 0).plan();
            Scan scan = new Scan(snapshot, plan, effort, new HashSet<ByteBuffer>());
            return (int) Stream.iterate(scan.next(), hit -> hit != null, hit -> scan.next())
                    .filter(hit -> meant.matches(Bson.decode(hit.document())))
                    .limit(onlyOne ? 1 : Long.MAX_VALUE)
                    .peek(hit -> collection.remove(hit.key(), hit.document()))
                    .count();
        });
    }

    /** Removes the document with the filter's {@code _id}, if the rest holds, and answers what it was. */
    Optional<Document> remove(Document query) {
        Filter filter = new Filter(query);
        byte[] key = keyOf(idOf(filter));
        return collection.writing(() -> {
            byte[] before = collection.document(key);
            if (before == null || !filter.matches(Bson.decode(before))) {
                return Optional.empty();
            }
            collection.remove(key, before);
            return Optional.of(Bson.decode(before));
        });
    }

    static byte[] keyOf(@Nullable Object id) {
        byte[] key = id instanceof List ? null : OrderedKey.of(id).orElse(null);
        if (key == null || key.length > MOST_KEY_BYTES) {
            throw Refusal.badValue("The _id is an array, a decimal, code, a regular expression or too long");
        }
        return key;
    }

    private static Object idOf(Filter filter) {
        return filter.id()
                .orElseThrow(
                        () -> Refusal.notImplemented("an update whose filter does not name the _id of a document"));
    }
}
