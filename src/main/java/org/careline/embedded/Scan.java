package org.careline.embedded;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Stream;
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

    /** All that are left, looked for one by one. */
    Stream<Hit> hits() {
        return Stream.iterate(next(), Optional::isPresent, before -> next()).flatMap(Optional::stream);
    }

    /** The next document that may match, each once; empty at the end. */
    Optional<Hit> next() {
        Optional<Hit> hit = Optional.empty();
        while (hit.isEmpty() && !walks.isEmpty()) {
            hit = (merges() ? mergedEntry() : nextEntry()).flatMap(this::hit);
        }
        return hit;
    }

    private Optional<byte[]> nextEntry() {
        Walk walk = walks.element();
        if (walk.advance()) {
            return Optional.of(walk.taken());
        }
        walks.remove();
        return Optional.empty();
    }

    private Optional<byte[]> mergedEntry() {
        Walk walk = walks.remove();
        byte[] entry = walk.taken();
        if (walk.advance()) {
            walks.add(walk);
        }
        return Optional.of(entry);
    }

    private Optional<Hit> hit(byte[] entry) {
        effort.examine();
        byte[] key = plan.ofCollection() ? entry : OrderedIndex.documentKey(entry);
        if (view.multikey() && !seen.add(ByteBuffer.wrap(key))) {
            return Optional.empty();
        }
        return Optional.ofNullable(snapshot.document(key)).map(document -> new Hit(key, document));
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
        /** The entry under the cursor, after each advance that found one. */
        private byte[] under = {};

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
                under = entry;
                return inside;
            }
            return false;
        }

        byte[] taken() {
            visited = under;
            return under;
        }

        byte[] rank() {
            return Arrays.copyOfRange(under, Math.min(span.lead(), under.length), under.length);
        }

        Span rest() {
            return visited == null ? span : span.rest(visited, plan.upwards());
        }
    }
}
