package org.careline.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.PriorityQueue;

/** Matches in an order that no index has: the first so many of them, in memory, which has a limit as in MongoDB. */
final class SortedMatches {

    /** MongoDB's limit is 100 MiB; this store shares a small heap. */
    private static final long MOST_BYTES = 32L << 20;

    private final SortOrder order;
    private final int most;
    private final PriorityQueue<Match> best = new PriorityQueue<>(
            Comparator.comparing(Match::key, SortOrder.byBytes()).reversed());
    private long bytes;

    /** A match that waits for its place. */
    @SuppressWarnings("ArrayRecordComponent") // compared by its key's bytes only
    private record Match(byte[] key, byte[] document) {}

    SortedMatches(SortOrder order, int most) {
        this.order = order;
        this.most = most;
    }

    Deque<byte[]> of(Scan scan, Filter filter) {
        for (Scan.Hit hit : (Iterable<Scan.Hit>) scan.hits()::iterator) {
            Document document = Bson.decode(hit.document());
            if (filter.matches(document)) {
                add(new Match(OrderedKey.joined(order.keyOf(document), hit.key()), hit.document()));
            }
        }
        Deque<byte[]> inOrder = new ArrayDeque<>();
        while (!best.isEmpty()) {
            inOrder.addFirst(best.remove().document());
        }
        return inOrder;
    }

    private void add(Match match) {
        best.add(match);
        bytes += match.document().length;
        if (best.size() > most) {
            bytes -= best.remove().document().length;
        }
        if (bytes > MOST_BYTES) {
            throw new MongoServerError(
                    292, "QueryExceededMemoryLimitNoDiskUseAllowed", "A sort without index exceeds 32 MiB");
        }
    }
}
