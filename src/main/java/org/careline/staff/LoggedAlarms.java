package org.careline.staff;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.careline.node.EnumCounter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Alarms for whoever watches the log and the metrics: each is counted ({@code careline_alarms_total{kind}}), and the same one
 * is logged at most once a minute, for it is raised again as long as its cause lasts.
 */
final class LoggedAlarms implements Alarms {

    private static final Logger LOG = LoggerFactory.getLogger(LoggedAlarms.class);
    private static final Duration QUIET = Duration.ofMinutes(1);

    private final EnumCounter<Kind> raised;
    private final Clock clock;

    /** The oldest first. */
    private final Map<Alarm, Instant> logged = new LinkedHashMap<>();

    LoggedAlarms(MeterRegistry meters, Clock clock) {
        this.raised = new EnumCounter<>(
                Kind.values(),
                kind -> Counter.builder("careline.alarms")
                        .description("Alarms raised")
                        .tag("kind", kind.name().toLowerCase(Locale.ROOT))
                        .register(meters));
        this.clock = clock;
    }

    @Override
    public void raise(Kind kind, String about) {
        raised.count(kind);
        if (isNews(new Alarm(kind, about), clock.instant())) {
            LOG.warn("{} ({})", sentence(kind), about);
        }
    }

    private synchronized boolean isNews(Alarm alarm, Instant now) {
        Iterator<Instant> oldest = logged.values().iterator();
        while (oldest.hasNext() && !isFresh(oldest.next(), now)) {
            oldest.remove();
        }
        return logged.putIfAbsent(alarm, now) == null;
    }

    /** Both ways: a clock that was put back silences nothing. */
    private static boolean isFresh(Instant at, Instant now) {
        return Duration.between(at, now).abs().compareTo(QUIET) < 0;
    }

    private static String sentence(Kind kind) {
        return switch (kind) {
            case NOBODY_ELIGIBLE -> "A lead waits in opening hours and nobody can be given it";
            case SAFETY_CONCERN -> "A lead is about somebody's safety";
            case DANGER_UNTAKEN -> "Somebody may be in danger and nobody has taken them";
            case PHONE_UNREACHABLE -> "A coordinator's phone cannot be reached";
            case CARRIER_UNREADABLE -> "The carrier's lists cannot be read; lost callbacks are not brought back";
            case NUMBER_MISCONFIGURED -> "A number of the clinic is not set up at the carrier as it must be";
            case CONSENT_TEXT_CHANGED -> "Consent texts were changed without a new version";
            case SIGN_IN_ATTACKED -> "Somebody tries passwords at the console";
            case RECORDING_NOT_KEPT -> "A recording is still not taken over from the carrier";
            case NODE_TROUBLE -> "A node has trouble of its own";
        };
    }

    private record Alarm(Kind kind, String about) {}
}
