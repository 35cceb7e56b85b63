package org.careline.embedded;

import java.util.Arrays;

/**
 * Values from a lower to an upper bound, both as encoded prefixes.
 *
 * @param low the lower bound
 * @param withLow whether values that begin with it belong to the range
 * @param high the upper bound
 * @param withHigh whether values that begin with it belong to the range
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Range(byte[] low, boolean withLow, byte[] high, boolean withHigh) {

    static Range point(byte[] key) {
        return new Range(key, true, key, true);
    }

    /** All values of the type of this one, which is how far a comparison reaches. */
    private static byte[] typeOf(byte[] key) {
        return new byte[] {key[0]};
    }

    static Range above(byte[] key, boolean inclusive) {
        return new Range(key, inclusive, typeOf(key), true);
    }

    static Range below(byte[] key, boolean inclusive) {
        return new Range(typeOf(key), true, key, inclusive);
    }

    boolean isPoint() {
        return withLow && withHigh && Arrays.equals(low, high);
    }

    /** First key inside, upwards. */
    byte[] from() {
        return withLow ? low : OrderedKey.after(low);
    }

    /** First key behind, upwards. */
    byte[] to() {
        return withHigh ? OrderedKey.after(high) : high;
    }

    Range and(Range other) {
        boolean lowest = Arrays.compareUnsigned(from(), other.from()) >= 0;
        boolean highest = Arrays.compareUnsigned(to(), other.to()) <= 0;
        return new Range(
                lowest ? low : other.low,
                lowest ? withLow : other.withLow,
                highest ? high : other.high,
                highest ? withHigh : other.withHigh);
    }

    /** The entries of this range behind a prefix, in an index field of this direction. */
    Span behind(byte[] prefix, boolean upwards, int lead) {
        if (upwards) {
            return new Span(OrderedKey.joined(prefix, from()), OrderedKey.joined(prefix, to()), lead);
        }
        byte[] lowest = OrderedKey.joined(prefix, OrderedKey.inverted(high));
        byte[] highest = OrderedKey.joined(prefix, OrderedKey.inverted(low));
        return new Span(
                withHigh ? lowest : OrderedKey.after(lowest), withLow ? OrderedKey.after(highest) : highest, lead);
    }
}
