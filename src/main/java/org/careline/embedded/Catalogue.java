package org.careline.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ByteArrayDataType;

/** Which collections and indexes there are. Every change of it is a {@link Change} in the journal like any other. */
final class Catalogue {

    private final MVStore store;
    private final MVMap<String, byte[]> entries;
    private final StoredCollection.Recorder recorder;
    private final Map<String, StoredCollection> byNamespace = new ConcurrentHashMap<>();
    private final Map<Integer, StoredCollection> byNumber = new ConcurrentHashMap<>();

    Catalogue(MVStore store, StoredCollection.Recorder recorder) {
        this.store = store;
        this.entries = store.openMap("catalogue");
        this.recorder = recorder;
        entries.forEach((number, entry) -> open(Integer.parseInt(number), Bson.decode(entry)));
    }

    Optional<StoredCollection> collection(String namespace) {
        return Optional.ofNullable(byNamespace.get(namespace));
    }

    /** By name. */
    List<StoredCollection> collections() {
        return byNamespace.values().stream()
                .sorted(Comparator.comparing(StoredCollection::namespace))
                .toList();
    }

    StoredCollection collectionOrNew(String namespace) {
        return collection(namespace).orElseGet(() -> made(namespace));
    }

    private synchronized StoredCollection made(String namespace) {
        return collection(namespace).orElseGet(() -> {
            int number =
                    byNumber.keySet().stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
            recorder.record(new Change.Created(number, namespace));
            return create(number, namespace);
        });
    }

    /** Makes the index; false if it is there already, and an error if another one has its name or its fields. */
    synchronized boolean index(StoredCollection collection, IndexShape shape) {
        List<IndexShape> there =
                collection.indexes().stream().map(OrderedIndex::shape).toList();
        if (there.contains(shape)) {
            return false;
        }
        if (there.stream().anyMatch(other -> other.name().equals(shape.name()))) {
            throw new MongoServerError(
                    86, "IndexKeySpecsConflict", "Another index has the name '" + shape.name() + "'");
        }
        if (there.stream().anyMatch(other -> other.parts().equals(shape.parts()))) {
            throw new MongoServerError(
                    85, "IndexOptionsConflict", "Another index has the fields of '" + shape.name() + "'");
        }
        return collection.writing(() -> {
            OrderedIndex index = filled(collection, shape);
            recorder.record(new Change.Indexed(collection.number(), shape.description()));
            publish(collection, index);
            return true;
        });
    }

    synchronized void dropIndex(StoredCollection collection, String name) {
        collection.writing(() -> {
            recorder.record(new Change.Unindexed(collection.number(), name));
            remove(collection, name);
            return name;
        });
    }

    synchronized void drop(StoredCollection collection) {
        collection.writing(() -> {
            recorder.record(new Change.Dropped(collection.number()));
            remove(collection);
            return collection;
        });
    }

    /** Keeps what is known of a collection and its indexes. */
    void save(StoredCollection collection) {
        List<Document> indexes = collection.indexes().stream()
                .map(index -> index.shape().description().append("multikey", index.multikey()))
                .toList();
        Document entry = new Document("ns", collection.namespace()).append("indexes", indexes);
        entries.put(String.valueOf(collection.number()), Bson.encode(entry));
    }

    /** For {@link Change#redo}: a change of a collection that was dropped while it was on its way has no effect. */
    void redo(int number, Consumer<StoredCollection> change) {
        Optional.ofNullable(byNumber.get(number)).ifPresent(change);
    }

    StoredCollection create(int number, String namespace) {
        StoredCollection created = open(number, new Document("ns", namespace).append("indexes", List.of()));
        save(created);
        return created;
    }

    void add(StoredCollection collection, IndexShape shape) {
        publish(collection, filled(collection, shape));
    }

    void remove(StoredCollection collection, String index) {
        collection.indexes().stream()
                .filter(there -> there.shape().name().equals(index))
                .forEach(there -> store.removeMap(there.entries()));
        collection.dropIndex(index);
        save(collection);
    }

    void remove(StoredCollection collection) {
        collection.close();
        byNamespace.remove(collection.namespace());
        byNumber.remove(collection.number());
        entries.remove(String.valueOf(collection.number()));
        collection.indexes().forEach(index -> store.removeMap(index.entries()));
        store.removeMap(collection.documents());
    }

    private OrderedIndex filled(StoredCollection collection, IndexShape shape) {
        OrderedIndex index = new OrderedIndex(shape, map(indexName(collection.number(), shape)), false);
        collection.fill(index);
        return index;
    }

    private void publish(StoredCollection collection, OrderedIndex index) {
        collection.addIndex(index);
        save(collection);
    }

    private StoredCollection open(int number, Document entry) {
        List<OrderedIndex> indexes = Fields.documents(entry, "indexes").stream()
                .map(index -> openIndex(number, index))
                .toList();
        String namespace = Fields.required(entry, "ns", String.class);
        StoredCollection collection =
                new StoredCollection(number, namespace, map("documents." + number), indexes, recorder);
        byNamespace.put(namespace, collection);
        byNumber.put(number, collection);
        return collection;
    }

    private OrderedIndex openIndex(int number, Document description) {
        IndexShape shape = IndexShape.of(description);
        return new OrderedIndex(shape, map(indexName(number, shape)), Boolean.TRUE.equals(description.get("multikey")));
    }

    private static String indexName(int number, IndexShape shape) {
        return "index." + number + "." + shape.name();
    }

    private MVMap<byte[], byte[]> map(String name) {
        return store.openMap(
                name,
                new MVMap.Builder<byte[], byte[]>()
                        .keyType(ByteArrayDataType.INSTANCE)
                        .valueType(ByteArrayDataType.INSTANCE));
    }
}
