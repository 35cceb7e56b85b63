package org.careline.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.StampedLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;

/**
 * One collection: documents as bytes under their ordered {@code _id}, and its indexes. Writers take turns; readers never
 * wait for them but for the instant in which a document and its entries change together.
 */
final class StoredCollection {

    private final int number;
    private final String namespace;
    private final MVMap<byte[], byte[]> documents;
    private final Recorder recorder;
    private final ReentrantLock writing = new ReentrantLock();
    private final StampedLock changing = new StampedLock();
    private volatile List<OrderedIndex> indexes;
    private boolean dropped; // by writing

    StoredCollection(
            int number,
            String namespace,
            MVMap<byte[], byte[]> documents,
            List<OrderedIndex> indexes,
            Recorder recorder) {
        this.number = number;
        this.namespace = namespace;
        this.documents = documents;
        this.indexes = List.copyOf(indexes);
        this.recorder = recorder;
    }

    int number() {
        return number;
    }

    /** Database and collection, with a dot between. */
    String namespace() {
        return namespace;
    }

    List<OrderedIndex> indexes() {
        return indexes;
    }

    long size() {
        return documents.sizeAsLong();
    }

    Snapshot snapshot() {
        long stamp = changing.tryOptimisticRead();
        Snapshot snapshot = look();
        if (changing.validate(stamp)) {
            return snapshot;
        }
        stamp = changing.readLock();
        try {
            return look();
        } finally {
            changing.unlockRead(stamp);
        }
    }

    private Snapshot look() {
        List<Snapshot.View> views = indexes.stream()
                .map(index -> new Snapshot.View(
                        index.shape(),
                        index.multikey(),
                        index.entries(),
                        index.entries().flushAndGetRoot()))
                .toList();
        return new Snapshot(new Snapshot.View(IndexShape.ID, false, documents, documents.flushAndGetRoot()), views);
    }

    <T> T writing(Supplier<T> work) {
        writing.lock();
        try {
            if (dropped) {
                throw new MongoServerError(175, "QueryPlanKilled", "collection dropped");
            }
            return work.get();
        } finally {
            writing.unlock();
        }
    }

    Optional<byte[]> document(byte[] key) {
        return Optional.ofNullable(documents.get(key));
    }

    /** Within {@link #writing}: the journal first, then the maps. Throws before anything has changed. */
    void put(byte[] key, byte[] after) {
        if (after.length > Bson.MAX_DOCUMENT_BYTES) {
            throw Refusal.tooLarge();
        }
        List<Move> moves = moves(key, Optional.of(after));
        recorder.record(new Change.Stored(number, key, after));
        apply(key, Optional.of(after), moves);
    }

    /** Within {@link #writing}. */
    void remove(byte[] key) {
        List<Move> moves = moves(key, Optional.empty());
        recorder.record(new Change.Removed(number, key));
        apply(key, Optional.empty(), moves);
    }

    /** What the journal tells, at a start. */
    void replay(byte[] key, Optional<byte[]> after) {
        apply(key, after, moves(key, after));
    }

    /** Within {@link #writing}: gives an index entries for all documents there are. */
    void fill(OrderedIndex index) {
        index.entries().clear();
        documents.forEach(
                (key, document) -> index.move(OrderedIndex.Keys.none(), index.keysOf(Bson.decode(document), key)));
    }

    /** Within {@link #writing}: from now on the index is kept and used. */
    void addIndex(OrderedIndex index) {
        indexes = Stream.concat(indexes.stream(), Stream.of(index)).toList();
    }

    void dropIndex(String name) {
        indexes = indexes.stream()
                .filter(index -> !index.shape().name().equals(name))
                .toList();
    }

    /** Within {@link #writing}: whoever still waits to write comes too late. */
    void close() {
        dropped = true;
    }

    MVMap<byte[], byte[]> documents() {
        return documents;
    }

    private List<Move> moves(byte[] key, Optional<byte[]> after) {
        if (indexes.isEmpty()) {
            return List.of();
        }
        Optional<Document> old = document(key).map(Bson::decode);
        Optional<Document> young = after.map(Bson::decode);
        return indexes.stream()
                .map(index -> new Move(index, keys(index, old, key), keys(index, young, key)))
                .toList();
    }

    private static OrderedIndex.Keys keys(OrderedIndex index, Optional<Document> document, byte[] key) {
        return document.map(there -> index.keysOf(there, key)).orElseGet(OrderedIndex.Keys::none);
    }

    private void apply(byte[] key, Optional<byte[]> after, List<Move> moves) {
        boolean turned = false;
        long stamp = changing.writeLock();
        try {
            for (Move move : moves) {
                turned |= move.index.move(move.before, move.after);
            }
            after.ifPresentOrElse(document -> documents.put(key, document), () -> documents.remove(key));
        } finally {
            changing.unlockWrite(stamp);
        }
        if (turned) {
            recorder.changed(this);
        }
    }

    /** How a document moves within one index. */
    private record Move(OrderedIndex index, OrderedIndex.Keys before, OrderedIndex.Keys after) {}

    /** Where a collection tells what becomes of it. */
    interface Recorder {

        /** Writes a change to the journal before it is done. */
        void record(Change change);

        /** An index became multikey: the catalogue must know it at the next start. */
        void changed(StoredCollection collection);
    }
}
