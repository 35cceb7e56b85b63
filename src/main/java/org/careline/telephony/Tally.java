package org.careline.telephony;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Counters for each value of an enumeration, all there from the start with zero, labelled {@code reason} or as told. */
final class Tally<E extends Enum<E>> {

    private final Map<E, Counter> counters;

    Tally(MeterRegistry meters, String name, String description, E[] reasons) {
        this(meters, name, description, "reason", reasons);
    }

    Tally(MeterRegistry meters, String name, String description, String label, E[] reasons) {
        this.counters = Arrays.stream(reasons)
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(),
                        reason -> Counter.builder(name)
                                .description(description)
                                .tag(
                                        label,
                                        reason.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                                .register(meters)));
    }

    void count(E reason) {
        Counter counter = counters.get(reason);
        if (counter != null) {
            counter.increment();
        }
    }
}
