package org.careline.lead;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careline.staff.CoordinatorId;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody fears for a person's safety. It holds while one of its causes has not been ended by a person who gave a
 * reason; no outcome and no closing ends it. Two holds are joined by the union of their causes, so that it does not matter in
 * which order they are learnt and how often: a cause that was ended once is not raised again, one that nobody had seen is.
 *
 * @param causes all that were ever learnt, the earliest first
 */
public record SafetyHold(List<Cause> causes) {

    /** Nobody fears anything. */
    static final SafetyHold NONE = new SafetyHold(List.of());

    /** What happened. */
    public enum Kind {
        /** They asked for the crisis line, by a key or by what they said. */
        CRISIS_LINE,
        /** They wrote words of danger. */
        WORDS,
        /** What they said in a message tells of danger, as a machine has heard it. */
        TRANSCRIPT,
        /** An answer of a questionnaire tells of danger. */
        QUIZ,
        /** A coordinator who spoke with them fears for them. */
        COORDINATOR,
        /** An earlier version held the lead and did not write down why. */
        UNRECORDED
    }

    /**
     * One thing that happened; what was said is not in it. One kind of one source is one cause, whenever it is told.
     *
     * @param at the earliest time at which it was told
     * @param source what told of it: the id of the message, or of the coordinator's act
     * @param over by whom it was ended; null while it was not
     */
    public record Cause(
            Kind kind, Instant at, String source, @Nullable End over) {

        private static final Comparator<Cause> BY_TIME =
                Comparator.comparing(Cause::at).thenComparing(Cause::key);

        /** Something in a message of the person. */
        public static Cause of(Kind kind, Instant at, SourceId source) {
            return raised(kind, at, source.value());
        }

        /** What a coordinator fears. */
        static Cause of(CoordinatorAct act) {
            return raised(Kind.COORDINATOR, act.at(), act.id().value());
        }

        /** What an earlier version did not write down. */
        static Cause unrecorded(LeadId lead, Instant since) {
            return raised(Kind.UNRECORDED, since, lead.value());
        }

        private static Cause raised(Kind kind, Instant at, String source) {
            return new Cause(kind, at, source, null);
        }

        /** Whether nobody has ended it. */
        boolean pending() {
            return over == null;
        }

        private String key() {
            return kind + " " + source;
        }

        private Cause ended(End end) {
            return pending() ? new Cause(kind, at, source, end) : this;
        }

        /** Ended if it was in either; of two ends the later one stands. */
        private Cause and(Cause same) {
            End end = Stream.of(this, same)
                    .flatMap(cause -> Stream.ofNullable(cause.over))
                    .max(End.BY_TIME)
                    .orElse(null);
            return new Cause(kind, at.isBefore(same.at) ? at : same.at, source, end);
        }
    }

    /**
     * The act of a person who has looked.
     *
     * @param reason in their words; never in a log
     */
    public record End(Instant at, CoordinatorId by, String reason) {

        private static final Comparator<End> BY_TIME = Comparator.comparing(End::at)
                .thenComparing((End end) -> end.by().value())
                .thenComparing(End::reason);

        @Override
        public String toString() {
            return "End[" + at + ", " + by + "]";
        }
    }

    public SafetyHold {
        causes = causes.stream().sorted(Cause.BY_TIME).toList();
    }

    /** Whether somebody still fears for the person. */
    boolean held() {
        return causes.stream().anyMatch(Cause::pending);
    }

    /** Why they do; empty if nobody does. */
    public List<Cause> pending() {
        return causes.stream().filter(Cause::pending).toList();
    }

    /** Since when; empty if nobody fears anything. */
    public Optional<Instant> since() {
        return pending().stream().map(Cause::at).findFirst();
    }

    /** The latest end of a cause; empty if none was ended. */
    public Optional<End> lastEnd() {
        return causes.stream().map(Cause::over).filter(Objects::nonNull).max(End.BY_TIME);
    }

    /** Those of these that were never learnt before. */
    List<Cause> newAmong(Collection<Cause> told) {
        Set<String> known = causes.stream().map(Cause::key).collect(Collectors.toSet());
        return told.stream().filter(cause -> !known.contains(cause.key())).toList();
    }

    /** The same, with these causes too. */
    SafetyHold and(Collection<Cause> told) {
        Map<String, Cause> all = new HashMap<>();
        Stream.concat(causes.stream(), told.stream()).forEach(cause -> all.merge(cause.key(), cause, Cause::and));
        return new SafetyHold(List.copyOf(all.values()));
    }

    /** The same after a person ended all that is known. */
    SafetyHold ended(End end) {
        return new SafetyHold(causes.stream().map(cause -> cause.ended(end)).toList());
    }
}
