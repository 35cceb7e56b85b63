package org.careline.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A find on its way, batch by batch. If an index has the order asked for, each batch goes on behind the last entry, over
 * a new snapshot; else all matches are sorted once and wait in memory, which has a limit as in MongoDB.
 */
final class Query {

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
            sorted = Optional.of(new SortedMatches(order, left).of(scan, filter));
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
}
