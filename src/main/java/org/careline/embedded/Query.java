package org.careline.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
    private @Nullable Plan rest;
    private @Nullable Deque<byte[]> sorted;
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
        if (sorted == null) {
            walk(batch, wanted, effort);
        }
        if (sorted != null) {
            take(sorted, batch, wanted);
        }
        left -= batch.size();
        finished |= left == 0;
        return batch;
    }

    private void walk(List<Document> batch, int wanted, Effort effort) {
        Snapshot snapshot = collection.snapshot();
        Plan plan = rest == null
                ? new Planner(snapshot, filter.query(), order, left == Integer.MAX_VALUE ? 0 : left).plan()
                : rest;
        Scan scan = new Scan(snapshot, plan, effort, seen);
        if (!order.isNone() && !plan.sorted()) {
            sorted = new SortedMatches(order, left).of(scan, filter);
            return;
        }
        long bytes = 0;
        while (batch.size() < wanted && bytes < BATCH_BYTES) {
            Scan.Hit hit = scan.next();
            if (hit == null) {
                finished = true;
                return;
            }
            Document document = Bson.decode(hit.document());
            if (filter.matches(document)) {
                batch.add(projection.from(document));
                bytes += hit.document().length;
            }
        }
        rest = scan.rest();
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
