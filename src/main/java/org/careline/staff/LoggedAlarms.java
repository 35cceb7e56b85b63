package org.careline.staff;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Alarms in the log and in the counter {@code careline_alarms_total}; each kind is logged at most once a minute. */
final class LoggedAlarms implements Alarms {

    private static final Logger LOG = LoggerFactory.getLogger(LoggedAlarms.class);
    private static final Duration AGAIN = Duration.ofMinutes(1);

    private final Clock clock;
    private final Map<Kind, Counter> counters = new EnumMap<>(Kind.class);
    private final Map<Kind, Instant> logged = new ConcurrentHashMap<>();

    LoggedAlarms(MeterRegistry meters, Clock clock) {
        this.clock = clock;
        for (Kind kind : Kind.values()) {
            counters.put(
                    kind,
                    Counter.builder("careline.alarms")
                            .description("Times that something needed people")
                            .tag("kind", kind.name().toLowerCase(Locale.ROOT))
                            .register(meters));
        }
    }

    @Override
    public void raise(Kind kind, String about) {
        counters.getOrDefault(kind, counters.values().iterator().next()).increment();
        Instant now = clock.instant();
        logged.compute(kind, (same, last) -> {
            if (last != null && now.isBefore(last.plus(AGAIN))) {
                return last;
            }
            LOG.warn("ALARM {}: {}", kind, about);
            return now;
        });
    }
}
