package org.careline.embedded;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import org.h2.mvstore.Cursor;
import org.jspecify.annotations.Nullable;

/** Walks a plan over one snapshot. What is left can be asked for and walked later over another snapshot. */
final class Scan {

    private final Snapshot snapshot;
    private final Snapshot.View view;
    private final Plan plan;
    private final Effort effort;
    private final Set<ByteBuffer> seen;
    private final Queue<Walk> walks;

    /**
     * @param seen keys handed out so far, so that a document with several entries is met once; grows on the way
     */
    Scan(Snapshot snapshot, Plan plan, Effort effort, Set<ByteBuffer> seen) {
        this.snapshot = snapshot;
        this.view = snapshot.view(plan);
        this.plan = plan;
        this.effort = effort;
        this.seen = seen;
        this.walks = merges() ? new PriorityQueue<>(Comparator.comparing(Walk::rank, direction())) : new ArrayDeque<>();
        List<Span> spans = new ArrayList<>(plan.spans());
        if (!plan.upwards()) {
            Collections.reverse(spans);
        }
        spans.stream()
                .map(Walk::new)
                .filter(walk -> !merges() || walk.advance())
                .forEach(walks::add);
    }

    private boolean merges() {
        return plan.sorted() && plan.mergeAt() > 0;
    }

    private Comparator<byte[]> direction() {
        Comparator<byte[]> upwards = SortOrder.byBytes();
        return plan.upwards() ? upwards : upwards.reversed();
    }

    /** The next document that may match, each once; null at the end. */
    @Nullable Hit next() {
        while (!walks.isEmpty()) {
            byte[] entry = merges() ? mergedEntry() : nextEntry();
            if (entry != null) {
                effort.examine();
                Hit hit = hit(entry);
                if (hit != null) {
                    return hit;
                }
            }
        }
        return null;
    }

    private byte @Nullable [] nextEntry() {
        Walk walk = walks.element();
        if (walk.advance()) {
            return walk.taken();
        }
        walks.remove();
        return null;
    }

    private byte[] mergedEntry() {
        Walk walk = walks.remove();
        byte[] entry = walk.taken();
        if (walk.advance()) {
            walks.add(walk);
        }
        return entry;
    }

    private @Nullable Hit hit(byte[] entry) {
        byte[] key = plan.ofCollection() ? entry : OrderedIndex.documentKey(entry);
        if (view.multikey() && !seen.add(ByteBuffer.wrap(key))) {
            return null;
        }
        byte[] document = snapshot.document(key);
        return document == null ? null : new Hit(key, document);
    }

    /** What was not handed out yet. */
    Plan rest() {
        return plan.with(Span.disjoint(walks.stream().map(Walk::rest).toList()));
    }

    /** A document met on the way. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Hit(byte[] key, byte[] document) {}

    /** One span on its way. In a merge the entry under the cursor is not handed out yet. */
    private final class Walk {

        private final Span span;
        private final Cursor<byte[], byte[]> cursor;
        private byte @Nullable [] under;
        private byte @Nullable [] visited;

        Walk(Span span) {
            this.span = span;
            this.cursor = plan.upwards() ? view.upwardsFrom(span.from()) : view.downwardsFrom(span.to());
        }

        boolean advance() {
            while (cursor.hasNext()) {
                byte[] entry = cursor.next();
                if (!plan.upwards() && Arrays.equals(entry, span.to())) {
                    continue;
                }
                boolean inside = plan.upwards()
                        ? Arrays.compareUnsigned(entry, span.to()) < 0
                        : Arrays.compareUnsigned(entry, span.from()) >= 0;
                under = inside ? entry : null;
                return inside;
            }
            under = null;
            return false;
        }

        byte[] taken() {
            byte[] entry = Objects.requireNonNull(under);
            visited = entry;
            return entry;
        }

        byte[] rank() {
            byte[] entry = Objects.requireNonNull(under);
            return Arrays.copyOfRange(entry, Math.min(span.lead(), entry.length), entry.length);
        }

        Span rest() {
            return visited == null ? span : span.rest(visited, plan.upwards());
        }
    }
}
