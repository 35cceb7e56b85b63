package org.careline.node;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * Counters for each value of an enumeration, all there from the start with zero. Safe for any number of threads.
 *
 * @param <E> the enumeration
 */
public final class EnumCounter<E extends Enum<E>> {

    private final Map<E, Counter> counters;

    /** Labelled {@code reason}, each value by its name as in {@code wrong-signature}. */
    public EnumCounter(MeterRegistry meters, String name, String description, E[] values) {
        this(meters, name, description, "reason", values);
    }

    /**
     * Labelled as told, each value by its name as in {@code wrong-signature}.
     *
     * @param description what is counted, for whoever reads the metrics
     */
    public EnumCounter(MeterRegistry meters, String name, String description, String label, E[] values) {
        this(
                values,
                value -> Counter.builder(name)
                        .description(description)
                        .tag(label, value.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .register(meters));
    }

    /** @param counter makes and registers the counter of a value; asked once for each */
    public EnumCounter(E[] values, Function<E, Counter> counter) {
        Map<E, Counter> all = new EnumMap<>(values[0].getDeclaringClass());
        Arrays.stream(values).forEach(value -> all.put(value, counter.apply(value)));
        this.counters = Collections.unmodifiableMap(all);
    }

    /** @param value one of those that were named at the start */
    public void count(E value) {
        Objects.requireNonNull(counters.get(value), "a counted value").increment();
    }
}
