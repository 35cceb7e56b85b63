package org.careline.processes;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what must become true, by looking again and again. */
final class Await {

    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(50);

    private Await() {}

    /** @throws AssertionError if it does not become true in time */
    static void until(String what, Duration atMost, BooleanSupplier condition) {
        Optional<Boolean> met = value(atMost, () -> Optional.of(true).filter(yes -> condition.getAsBoolean()));
        if (met.isEmpty()) {
            throw new AssertionError("Waited " + atMost + " in vain until " + what);
        }
    }

    /** The first value there is; empty if there is none in time. */
    static <T> Optional<T> value(Duration atMost, Supplier<Optional<T>> look) {
        long end = System.nanoTime() + atMost.toNanos();
        while (true) {
            Optional<T> value = look.get();
            if (value.isPresent() || System.nanoTime() - end > 0) {
                return value;
            }
            LockSupport.parkNanos(PAUSE);
        }
    }
}
