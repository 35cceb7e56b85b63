package org.careline.embedded;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A stretch of a sorted map, from a key up to and without another one.
 *
 * @param from the first key that may be inside
 * @param to the first key behind
 * @param lead how many first bytes are the same for all entries inside and do not count when spans are merged
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Span(byte[] from, byte[] to, int lead) {

    boolean isEmpty() {
        return Arrays.compareUnsigned(from, to) >= 0;
    }

    /** Behind a key that was already visited, in the direction of travel. */
    Span rest(byte[] visited, boolean upwards) {
        return upwards ? new Span(Arrays.copyOf(visited, visited.length + 1), to, lead) : new Span(from, visited, lead);
    }

    /** Sorted and without overlap, so that no entry is met twice. */
    static List<Span> disjoint(List<Span> spans) {
        List<Span> sorted = new ArrayList<>(spans);
        sorted.removeIf(Span::isEmpty);
        sorted.sort(Comparator.comparing(Span::from, Arrays::compareUnsigned));
        List<Span> disjoint = new ArrayList<>();
        for (Span span : sorted) {
            Span last = disjoint.isEmpty() ? null : disjoint.get(disjoint.size() - 1);
            if (last == null || Arrays.compareUnsigned(last.to, span.from) <= 0) {
                disjoint.add(span);
            } else if (Arrays.compareUnsigned(last.to, span.to) < 0) {
                disjoint.set(disjoint.size() - 1, new Span(last.from, span.to, last.lead));
            }
        }
        return disjoint;
    }
}
