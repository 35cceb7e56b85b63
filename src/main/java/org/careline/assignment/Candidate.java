package org.careline.assignment;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.careline.contact.Language;
import org.careline.lead.UnassignedReason;
import org.careline.staff.ClinicCoordinators.Burst;
import org.careline.staff.ClinicCoordinators.Coordinator;
import org.careline.staff.Presence;
import org.careline.staff.Presence.State;
import org.jspecify.annotations.Nullable;

/**
 * A coordinator as the rules see them at one time.
 *
 * @param onCall their place in the order of those who are woken for safety, from 1; 0 if they have none
 */
record Candidate(Coordinator who, boolean onShift, State presence, Workload load, Burst burst, int onCall) {

    /** Whether new work can come to them at all, whatever it asks for. */
    boolean works() {
        return onShift && presence == State.HERE && hasRoom();
    }

    private boolean hasRoom() {
        return who.capacity() == 0 || load.held().size() < who.capacity();
    }

    private boolean speaks(@Nullable Language language) {
        return language == null || language.isAmong(who.languages());
    }

    private boolean mayGetMore(Instant now) {
        return burst.leads() == 0 || given(now) < burst.leads();
    }

    private long given(Instant now) {
        return load.givenSince(now.minus(burst.within()));
    }

    /** For how long it matters what they were given. */
    Duration window() {
        return burst.leads() == 0 ? Duration.ZERO : burst.within();
    }

    /** Why they cannot get this lead; empty if they can. */
    Optional<UnassignedReason> excluded(@Nullable Language language, Instant now) {
        if (!onShift) {
            return Optional.of(UnassignedReason.NOBODY_ON_SHIFT);
        }
        if (presence != State.HERE) {
            return Optional.of(UnassignedReason.EVERYBODY_AWAY);
        }
        if (!speaks(language)) {
            return Optional.of(UnassignedReason.NOBODY_SPEAKS_THE_LANGUAGE);
        }
        if (!hasRoom()) {
            return Optional.of(UnassignedReason.EVERYBODY_AT_CAPACITY);
        }
        return mayGetMore(now) ? Optional.empty() : Optional.of(UnassignedReason.EVERYBODY_JUST_GIVEN_ENOUGH);
    }

    /**
     * Why somebody in danger is not given to them by their shift; empty if they are. Neither language nor capacity nor burst
     * limit stands in the way, and a pause is ended for it.
     */
    Optional<UnassignedReason> excludedFromSafety() {
        if (!onShift) {
            return Optional.of(UnassignedReason.NOBODY_ON_SHIFT);
        }
        return presence == State.AWAY ? Optional.of(UnassignedReason.EVERYBODY_AWAY) : Optional.empty();
    }

    /** How well they can look after somebody in danger, among those who can; less is better. */
    int unfitness(@Nullable Language language) {
        return (presence == State.HERE ? 0 : 2) + unfitnessOnceTaken(language);
    }

    /** The same of one who has taken them by hand, and is there for them whatever else they said. */
    int unfitnessOnceTaken(@Nullable Language language) {
        return speaks(language) ? 0 : 1;
    }

    /** Whether they take part in the rotation's time. */
    boolean inRotation() {
        return works() && load.inside();
    }

    /** Their place in the rotation, whose time is this. */
    long pass(long time) {
        return load.pass(time);
    }

    /** When their next lead is due, by the rotation's time. */
    long deadline(long time) {
        return pass(time) + Workload.stride(who);
    }

    /** The workload of one who has come or gone; the same if neither. */
    Workload moved(long time) {
        if (works()) {
            return load.inside() ? load : load.back(pass(time));
        }
        return load.inside() ? load.left(time, Workload.stride(who)) : load;
    }

    Candidate with(Workload later) {
        return new Candidate(who, onShift, presence, later, burst, onCall);
    }

    Candidate onCall(int place) {
        return new Candidate(who, onShift, presence, load, burst, place);
    }

    /** Everything that the rules compare, as a text that can be read back. */
    String evidence(@Nullable Language language, long time, Instant now) {
        return "weight=%d shift=%s presence=%s language=%s load=%d/%d given=%d/%d pass=%d last=%s on-call=%d"
                .formatted(
                        who.weight(),
                        onShift ? "on" : "off",
                        presence.name().toLowerCase(Locale.ROOT),
                        speaks(language) ? "yes" : "no",
                        load.held().size(),
                        who.capacity(),
                        given(now),
                        burst.leads(),
                        pass(time),
                        load.lastAt() == null ? "never" : load.lastAt(),
                        onCall);
    }

    static Candidate of(
            Coordinator who, boolean onShift, @Nullable Presence said, Workload load, Burst burst, Instant now) {
        return new Candidate(who, onShift, said == null ? State.HERE : said.at(now), load, burst, 0);
    }
}
