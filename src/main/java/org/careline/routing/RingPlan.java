package org.careline.routing;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.careline.staff.CoordinatorId;

/**
 * What happens to one call: whom to ring, one after the other, and then voicemail.
 *
 * @param version names the configuration that the plan was made from; positions are meant in it
 * @param opening whether the clinic is open; if not, nobody is rung
 * @param rings whom to ring, each at most once, in this order
 * @param later whom to ring if they are free before somebody takes the call: on the phone now, or wrapping up
 * @param considered every coordinator in the order of the file, and why they are rung or not
 * @param bound how long the call can last if nobody accepts it: greeting, rings, voicemail; without the time that a request
 *     takes between Twilio and us
 */
public record RingPlan(
        String version,
        Opening opening,
        List<Ring> rings,
        List<Ring> later,
        List<Considered> considered,
        Duration bound) {

    public RingPlan {
        rings = List.copyOf(rings);
        later = List.copyOf(later);
        considered = List.copyOf(considered);
    }

    /**
     * One phone to ring.
     *
     * @param position of the coordinator in the file, from 0
     * @param after from when on it may ring, counted from when the caller began to wait
     */
    public record Ring(int position, CoordinatorId coordinator, Duration after) {}

    /** What was decided about one coordinator. */
    public record Considered(CoordinatorId coordinator, Reason reason) {

        @Override
        public String toString() {
            return coordinator + ": " + reason;
        }
    }

    /** Why a coordinator is rung or not. */
    public enum Reason {
        /** Rung first: the caller's lead is theirs, whatever its language. */
        OWNER,
        /** Rung in the order of the pool. */
        IN_TURN,
        CLINIC_CLOSED,
        OFF_SHIFT,
        AWAY,
        PAUSED,
        /** Talks with another caller; rung as soon as that is over. */
        ON_A_CALL,
        /** Has just talked with another caller; rung as soon as the time for that is over. */
        WRAPPING_UP,
        /** The caller's language is known and not theirs. */
        OTHER_LANGUAGE,
        /** The number that was called needs what they do not know. */
        OTHER_SKILLS,
        /** Rung though the language or the skills are not theirs: nobody who is here has them. */
        BETTER_THAN_NOBODY,
        /** As many as may be rung for one call come before them. */
        ENOUGH_BEFORE_THEM;

        String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        /** Whether they could be rung if there were room. */
        boolean willing() {
            return this == OWNER || this == IN_TURN || this == BETTER_THAN_NOBODY;
        }

        /** Whether they could be rung if they were not on the phone. */
        boolean busy() {
            return this == ON_A_CALL || this == WRAPPING_UP;
        }

        /** Whether they would do if nobody else is there. */
        boolean unfit() {
            return this == OTHER_LANGUAGE || this == OTHER_SKILLS;
        }

        /** Whether the rules allow them for this caller, asked by nobody's turn. */
        public boolean fits() {
            return willing() || busy() || this == ENOUGH_BEFORE_THEM;
        }
    }

    /** What was decided, in a sentence; coordinators by their ids. */
    public String sentence() {
        String not = considered.stream()
                .filter(one ->
                        rings.stream().noneMatch(ring -> ring.coordinator().equals(one.coordinator())))
                .map(one -> one.coordinator() + " (" + one.reason().words() + ")")
                .collect(Collectors.joining(", "));
        String whom = rings.stream().map(ring -> ring.coordinator().value()).collect(Collectors.joining(", "));
        String first = whom.isEmpty() ? "Nobody is rung." : "To be rung, in this order: " + whom + ".";
        return not.isEmpty() ? first : first + " Not, or later: " + not + ".";
    }

    /** The values from which the decision was made. */
    public Map<String, String> evidence() {
        Map<String, String> values = new TreeMap<>();
        values.put("opening", opening.state().name().toLowerCase(Locale.ROOT));
        considered.forEach(one ->
                values.put("coordinator " + one.coordinator(), one.reason().words()));
        rings.forEach(ring ->
                values.put("ring " + ring.coordinator(), "after " + ring.after().toSeconds() + " s"));
        return values;
    }

    /** The positions in the order of the rings. */
    public List<Integer> order() {
        return rings.stream().map(Ring::position).toList();
    }
}
