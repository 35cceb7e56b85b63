package org.careline.benchmark;

import java.util.Arrays;
import java.util.List;

/**
 * How much is measured. {@code -Dcareline.benchmark.quick=true} does every part with tiny counts, to see that it still
 * works; its figures say nothing. {@code -Dcareline.benchmark.sizes=1000,100000,1000000} chooses the numbers of leads,
 * {@code -Dcareline.benchmark.parts=receipts,growth,start} the parts.
 *
 * @param rounds how often a figure is measured; the median counts
 * @param warmUpMillis how long each kind of request is sent before the first figure
 * @param windowMillis how long one figure of the receipts takes
 * @param inquiries how many are drained at once
 * @param requests how many pages, claims and due items are measured at each size
 * @param sizes numbers of leads, the one that the others are compared with first
 * @param leads how many a node of little memory holds
 */
record Amounts(
        boolean quick,
        int rounds,
        long warmUpMillis,
        long windowMillis,
        int inquiries,
        int requests,
        List<Integer> sizes,
        int leads) {

    private static final String PREFIX = "careline.benchmark.";

    static Amounts chosen() {
        return Boolean.getBoolean(PREFIX + "quick")
                ? new Amounts(true, 1, 200, 100, 100, 20, sizes("100,200"), 200)
                : new Amounts(false, 3, 3_000, 800, 2_000, 300, sizes("1000,100000"), 10_000);
    }

    /** Whether this part is to be measured. */
    static boolean includes(String part) {
        return list("parts", "receipts,growth,start").contains(part);
    }

    /** Whether the figures are to be put into the README. */
    static boolean published() {
        return Boolean.getBoolean(PREFIX + "publish");
    }

    private static List<Integer> sizes(String usual) {
        return list("sizes", usual).stream().map(Integer::valueOf).toList();
    }

    private static List<String> list(String name, String usual) {
        return Arrays.asList(System.getProperty(PREFIX + name, usual).split(","));
    }
}
