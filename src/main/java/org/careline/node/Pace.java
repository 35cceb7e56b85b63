package org.careline.node;

import java.time.Duration;

/**
 * How often a job comes round. A round that found work is followed by the next one soon; each that found nothing doubles the
 * pause, up to the longest that the job's promise allows.
 *
 * @param least between the end of a round and one that was asked for
 * @param quick the pause after a round that found work
 * @param idle the longest pause, for as long as there is nothing to do
 */
public record Pace(Duration least, Duration quick, Duration idle) {

    /** Whoever is away is asked again after at most so long, so that everything is seen as soon as they are back. */
    private static final Duration AWAY = Duration.ofSeconds(1);

    /** @throws IllegalArgumentException unless {@code least <= quick <= idle} */
    public Pace {
        if (least.compareTo(quick) > 0 || quick.compareTo(idle) > 0 || quick.isZero()) {
            throw new IllegalArgumentException(
                    "A pace has least <= quick <= idle: " + least + " " + quick + " " + idle);
        }
    }

    /** The same pause, whether there is work or not. */
    public static Pace every(Duration pause) {
        return new Pace(pause, pause, pause);
    }

    /** Quick while there is work, and while there is none slower and slower; asked for, it comes no sooner than quick. */
    public static Pace between(Duration quick, Duration idle) {
        return new Pace(quick, quick, idle);
    }

    /** The same for a job that comes at once whenever it is asked for. */
    public Pace atOnce() {
        return new Pace(Duration.ZERO, quick, idle);
    }

    /** The pause after a round, if {@code last} was the one before it. */
    Duration after(Next next, Duration last) {
        return switch (next.kind()) {
            case SOON -> quick;
            case WITHIN -> shorter(idle, longer(least, next.pause()));
            case IDLE -> shorter(idle, longer(quick, last.multipliedBy(2)));
            case AWAY -> shorter(AWAY, idle);
        };
    }

    static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
