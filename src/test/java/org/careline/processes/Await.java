package org.careline.processes;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.awaitility.core.ConditionTimeoutException;

/** Waits for what must become true, by looking again and again from the same thread. */
final class Await {

    private static final Duration PAUSE = Duration.ofMillis(50);

    private Await() {}

    /** @throws ConditionTimeoutException if it does not become true in time */
    static void until(String what, Duration atMost, BooleanSupplier condition) {
        looking(atMost).alias(what).until(condition::getAsBoolean);
    }

    /** The first value there is; empty if there is none in time. */
    static <T> Optional<T> value(Duration atMost, Supplier<Optional<T>> look) {
        try {
            return looking(atMost).until(look::get, Optional::isPresent);
        } catch (ConditionTimeoutException inVain) {
            return Optional.empty();
        }
    }

    private static ConditionFactory looking(Duration atMost) {
        return Awaitility.await()
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(PAUSE)
                .atMost(atMost);
    }
}
