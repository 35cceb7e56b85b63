package org.careline.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * A find on its way, batch by batch. If an index has the order asked for, each batch goes on behind the last entry, over
 * a new snapshot; else all matches are sorted once and wait in memory, which has a limit as in MongoDB.
 */
final class Query {

    /** MongoDB's limit is 100 MiB; this store shares a small heap. */
    private static final long MOST_SORTED_BYTES = 32L << 20;

    private static final long BATCH_BYTES = Bson.MAX_DOCUMENT_BYTES;

    private final StoredCollection collection;
    private final Filter filter;
    private final SortOrder order;
    private final Projection projection;
    private final Set<ByteBuffer> seen = new HashSet<>();
    private int left;
    private Optional<Plan> rest = Optional.empty();
    private Optional<Deque<byte[]>> sorted = Optional.empty();
    private boolean finished;

    /**
     * @param limit how many documents at most, 0 for all
     */
    Query(StoredCollection collection, Document filter, SortOrder order, int limit, Projection projection) {
        this.collection = collection;
        this.filter = new Filter(filter);
        this.order = order;
        this.left = limit == 0 ? Integer.MAX_VALUE : limit;
        this.projection = projection;
    }

    boolean finished() {
        return finished;
    }

    /** At most so many further documents. */
    List<Document> next(int count, Effort effort) {
        List<Document> batch = new ArrayList<>();
        int wanted = Math.min(count, left);
        if (sorted.isEmpty()) {
            walk(batch, wanted, effort);
        }
        sorted.ifPresent(waiting -> take(waiting, batch, wanted));
        left -= batch.size();
        finished |= left == 0;
        return batch;
    }

    private void walk(List<Document> batch, int wanted, Effort effort) {
        Snapshot snapshot = collection.snapshot();
        Plan plan = rest.orElseGet(
                () -> new Planner(snapshot, filter.query(), order, left == Integer.MAX_VALUE ? 0 : left).plan());
        Scan scan = new Scan(snapshot, plan, effort, seen);
        if (!order.isNone() && !plan.sorted()) {
            sorted = Optional.of(sort(scan));
            return;
        }
        long bytes = 0;
        while (batch.size() < wanted && bytes < BATCH_BYTES) {
            Optional<Scan.Hit> hit = scan.next();
            if (hit.isEmpty()) {
                finished = true;
                return;
            }
            byte[] found = hit.get().document();
            Document document = Bson.decode(found);
            if (filter.matches(document)) {
                batch.add(projection.from(document));
                bytes += found.length;
            }
        }
        rest = Optional.of(scan.rest());
    }

    private void take(Deque<byte[]> waiting, List<Document> batch, int wanted) {
        long bytes = 0;
        while (batch.size() < wanted && bytes < BATCH_BYTES && !waiting.isEmpty()) {
            byte[] document = waiting.remove();
            batch.add(projection.from(Bson.decode(document)));
            bytes += document.length;
        }
        finished = waiting.isEmpty();
    }

    private Deque<byte[]> sort(Scan scan) {
        PriorityQueue<Sortable> best = new PriorityQueue<>(
                Comparator.comparing(Sortable::key, SortOrder.byBytes()).reversed());
        long bytes = 0;
        for (Scan.Hit hit : (Iterable<Scan.Hit>) scan.hits()::iterator) {
            Document document = Bson.decode(hit.document());
            if (filter.matches(document)) {
                best.add(new Sortable(OrderedKey.joined(order.keyOf(document), hit.key()), hit.document()));
                bytes += hit.document().length;
                if (best.size() > left) {
                    bytes -= best.remove().document().length;
                }
                if (bytes > MOST_SORTED_BYTES) {
                    throw new MongoServerError(
                            292, "QueryExceededMemoryLimitNoDiskUseAllowed", "A sort without index exceeds 32 MiB");
                }
            }
        }
        Deque<byte[]> inOrder = new ArrayDeque<>();
        while (!best.isEmpty()) {
            inOrder.addFirst(best.remove().document());
        }
        return inOrder;
    }

    /** A match that waits for its place. */
    @SuppressWarnings("ArrayRecordComponent") // compared by its key's bytes only
    private record Sortable(byte[] key, byte[] document) {}
}
