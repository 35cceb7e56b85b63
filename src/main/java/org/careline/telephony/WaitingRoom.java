package org.careline.telephony;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.careline.contact.CallerIdentity;
import org.careline.contact.CallerIdentity.Known;
import org.careline.contact.PhoneNumber;
import org.careline.speech.Key;
import org.careline.speech.LineScript;
import org.careline.speech.Reply;
import org.careline.speech.RingPlace;
import org.careline.speech.Spoken;
import org.careline.waiting.Accept;
import org.careline.waiting.Ended.How;
import org.careline.waiting.LineCandidates;
import org.careline.waiting.LineDecisions;
import org.careline.waiting.LineDesk;
import org.careline.waiting.LineDesk.Here;
import org.careline.waiting.LineExits;
import org.careline.waiting.LineHealth;
import org.careline.waiting.LineTalks;
import org.careline.waiting.Party;
import org.careline.waiting.StoredLine;
import org.careline.waiting.WaitingCall;
import org.careline.waiting.WaitingId;
import org.jspecify.annotations.Nullable;

/**
 * The caller's side of the waiting line. Who waits is heard of with each document that the carrier asks for; a store that is
 * away lets them wait on, up to the longest wait, because a phone that was rung may still be picked up.
 */
final class WaitingRoom {

    /** How often callers hear where they stand. */
    private static final Duration BETWEEN_NUMBERS = Duration.ofSeconds(30);

    private final LineDesk desk;
    private final LineDecisions decisions;
    private final LineCandidates candidates;
    private final LineTalks talks;
    private final LineHealth health;
    private final LineExits exits;
    private final LineScript script;
    private final AfterTheLine after;
    private final CrisisExit crisis;
    private final Duration longestWait;
    private final Runnable somebodyCame;
    private final Clock clock;

    /** @param somebodyCame told when a caller begins to wait */
    WaitingRoom(
            LineDesk desk,
            LineDecisions decisions,
            LineCandidates candidates,
            LineTalks talks,
            LineHealth health,
            LineExits exits,
            LineScript script,
            AfterTheLine after,
            CrisisExit crisis,
            Duration longestWait,
            Runnable somebodyCame,
            Clock clock) {
        this.desk = desk;
        this.decisions = decisions;
        this.candidates = candidates;
        this.talks = talks;
        this.health = health;
        this.exits = exits;
        this.script = script;
        this.after = after;
        this.crisis = crisis;
        this.longestWait = longestWait;
        this.somebodyCame = somebodyCame;
        this.clock = clock;
    }

    /**
     * A caller waits, and the carrier has nothing more to say to them.
     *
     * @param path the language and the place in the plan
     */
    Reply waits(String path, Parameters call) {
        Optional<Way> way = Way.read(path);
        Optional<WaitingId> id = WaitingId.read(call.text("CallSid"));
        if (way.isEmpty() || id.isEmpty() || exits.of(id.get()).isPresent()) {
            return LineScript.LEAVE;
        }
        Duration sofar = OutOfTheLine.waited(call);
        boolean fresh = sofar.compareTo(OutOfTheLine.AT_ONCE) < 0;
        if (fresh && !health.usable()) {
            return LineScript.LEAVE;
        }
        Reply blind = !fresh && sofar.compareTo(longestWait) < 0
                ? script.silence(way.get().spoken(), way.get().place())
                : LineScript.LEAVE;
        return StoredLine.asking(
                () -> {
                    Here here = desk.here(id.get(), party(call, way.get()));
                    return told(here, spokenTo(here.call().party(), way.get()));
                },
                blind);
    }

    /** The queue's address as it would be by what the caller has chosen since it was made. */
    private static Way spokenTo(Party party, Way way) {
        Spoken spoken = Spoken.read(party.spoken()).orElse(way.spoken());
        return new Way(spoken, party.recorded() ? way.place() : unrecorded(way));
    }

    private Reply told(Here here, Way way) {
        WaitingCall call = here.call();
        Instant now = clock.instant();
        if (here.joined()) {
            somebodyCame.run();
        }
        if (bridging(call)) {
            return script.silence(way.spoken(), way.place());
        }
        if (call.ended() != null) {
            return LineScript.LEAVE;
        }
        boolean over = !now.isBefore(call.waiting().until()) || decisions.exhausted(call, candidates.of(call));
        if (over && !here.joined()) {
            return LineScript.LEAVE;
        }
        return here.joined() ? script.first(way.spoken(), way.place()) : number(here, way, now);
    }

    /** Somebody pressed 1 and is about to have them. */
    private static boolean bridging(WaitingCall call) {
        Accept accept = call.accept();
        return accept != null && !accept.over();
    }

    private Reply number(Here here, Way way, Instant now) {
        long before =
                here.call().waited(now).minusSeconds(LineScript.BREATH + 4L).toSeconds();
        long sofar = here.call().waited(now).toSeconds();
        boolean due = sofar / BETWEEN_NUMBERS.toSeconds() > Math.max(before, 0) / BETWEEN_NUMBERS.toSeconds();
        if (!due) {
            return script.silence(way.spoken(), way.place());
        }
        int minutes = talks.estimate(here.number())
                .map(Duration::toMinutes)
                .map(Long::intValue)
                .orElse(0);
        return script.number(way.spoken(), way.place(), here.number(), minutes);
    }

    /** A key, or something said, while a caller waits. */
    Reply key(String path, Parameters call) {
        Optional<Way> way = Way.read(path);
        Optional<WaitingId> id = WaitingId.read(call.text("CallSid"));
        if (way.isEmpty() || id.isEmpty()) {
            return LineScript.LEAVE;
        }
        if (crisis.asked(call)) {
            crisis.note(call);
            return leaving(id.get(), How.FOR_THE_CRISIS_LINE);
        }
        return switch (Key.of(call.text("Digits"))) {
            case CALL_BACK -> leaving(id.get(), How.FOR_A_CALL_BACK);
            case OTHER_LANGUAGE -> other(way.get(), id.get(), call, path);
            case DO_NOT_RECORD -> declined(way.get(), id.get(), call, path);
            case CRISIS_LINE, NONE -> waits(path, call);
        };
    }

    private Reply declined(Way way, WaitingId id, Parameters call, String path) {
        if (!after.declined(call)) {
            return waits(path, call);
        }
        Way unrecorded = new Way(way.spoken(), unrecorded(way));
        StoredLine.telling(() -> desk.here(id, party(call, unrecorded)));
        return script.notRecorded(unrecorded.spoken(), unrecorded.place());
    }

    /** The same place of somebody whose talk is not recorded. */
    private static String unrecorded(Way way) {
        return RingPlace.read(way.place())
                .map(place -> place.recorded(false).text())
                .orElse(way.place());
    }

    /** Nobody changes twice; who has no other language goes on waiting. */
    private Reply other(Way way, WaitingId id, Parameters call, String path) {
        Optional<Spoken> other = way.spoken().other();
        if (other.isEmpty()) {
            return waits(path, call);
        }
        Way chosen = new Way(other.get(), unrecorded(way));
        after.chose(chosen.spoken(), call);
        StoredLine.telling(() -> desk.here(id, party(call, chosen)));
        return script.first(chosen.spoken(), chosen.place());
    }

    private Reply leaving(WaitingId id, How how) {
        exits.wants(id, how);
        StoredLine.telling(() -> desk.leaves(id, how));
        return LineScript.LEAVE;
    }

    private static Party party(Parameters call, Way way) {
        Spoken spoken = way.spoken();
        boolean recorded =
                RingPlace.read(way.place()).filter(RingPlace::recorded).isPresent();
        PhoneNumber phone = CallerIdentity.of(call.text("From")) instanceof Known caller ? caller.number() : null;
        return new Party(call.text("To"), phone, spoken.text(), chosen(spoken), recorded);
    }

    private static @Nullable String chosen(Spoken spoken) {
        return spoken.choice().map(tongue -> tongue.tag).orElse(null);
    }
}
