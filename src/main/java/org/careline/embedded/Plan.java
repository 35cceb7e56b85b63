package org.careline.embedded;

import java.util.List;

/**
 * How documents are looked for.
 *
 * @param index the index, or the collection itself for {@link IndexShape#ID}
 * @param spans the stretches to visit, disjoint
 * @param upwards the direction of travel
 * @param sorted whether the entries come in the order asked for, when the spans are merged from {@code mergeFrom} on
 * @param mergeAt how many leading fields are single values in every span: the order is that of the bytes behind them
 */
record Plan(IndexShape index, List<Span> spans, boolean upwards, boolean sorted, int mergeAt) {

    boolean ofCollection() {
        return index.name().equals(IndexShape.ID_INDEX);
    }

    Plan with(List<Span> rest) {
        return new Plan(index, rest, upwards, sorted, mergeAt);
    }
}
