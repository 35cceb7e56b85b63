package org.careline.telephony;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.Function;
import org.careline.carrier.Answer;
import org.careline.carrier.Leg;
import org.careline.speech.WebhookReply;
import org.careline.support.MovableClock;
import org.careline.support.SignedTwilioRequest;
import org.careline.telephony.CallDay.Reaction;
import org.w3c.dom.Element;

/**
 * A phone exchange that plays Twilio for many calls at once, in a time of its own: queues, legs that are placed by its REST
 * API, and callbacks that are late, doubled, lost and out of order.
 */
final class PlayedExchange {

    final Random random;
    final MovableClock clock;
    final Map<String, CallerInLine> callers = new LinkedHashMap<>();
    final List<PlayedPhone> phones = new ArrayList<>();
    final Map<String, PlayedPhone> legs = new HashMap<>();
    final List<String> broken = new ArrayList<>();
    final Map<String, Integer> coverage;
    /** Whether this day's callbacks and commands are all well, so that more can be promised. */
    boolean calm;

    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private final Function<SignedTwilioRequest, WebhookReply> application;
    private final Function<String, Reaction> reactions;
    private long order;
    private int sids;

    private record Event(Instant at, long order, Runnable what) implements Comparable<Event> {

        @Override
        public int compareTo(Event other) {
            int byTime = at.compareTo(other.at);
            return byTime == 0 ? Long.compare(order, other.order) : byTime;
        }
    }

    /**
     * @param application answers a request, on whichever node
     * @param reactions what happens at the phone with this number when it rings next
     */
    PlayedExchange(
            Random random,
            MovableClock clock,
            Map<String, Integer> coverage,
            Function<SignedTwilioRequest, WebhookReply> application,
            Function<String, Reaction> reactions) {
        this.random = random;
        this.clock = clock;
        this.coverage = coverage;
        this.application = application;
        this.reactions = reactions;
    }

    void after(Duration time, Runnable what) {
        events.add(new Event(clock.instant().plus(time), order++, what));
    }

    /** Lets time pass until nothing is left to happen, or for this long. */
    void play(Duration longest) {
        Instant end = clock.instant().plus(longest);
        while (!events.isEmpty() && events.peek().at().isBefore(end)) {
            Event next = events.remove();
            Duration pause = Duration.between(clock.instant(), next.at());
            if (pause.compareTo(Duration.ZERO) > 0) {
                clock.advance(pause);
            }
            next.what().run();
        }
    }

    List<Element> ask(SignedTwilioRequest request) {
        WebhookReply reply = application.apply(request);
        if (!calm && chance(10)) {
            count("asked twice");
            reply = application.apply(request);
        }
        return PlayedLine.read(reply);
    }

    /** A callback, as this network delivers it. */
    void tell(SignedTwilioRequest callback) {
        if (!calm && chance(15)) {
            count("callback lost");
            return;
        }
        int times = !calm && chance(15) ? 2 : 1;
        for (int time = 0; time < times; time++) {
            after(Duration.ofMillis(random.nextInt(calm ? 400 : 6_000)), () -> answered(application.apply(callback)));
        }
    }

    private void answered(WebhookReply reply) {
        count("callback " + reply.status());
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    void count(String what) {
        coverage.merge(what, 1, Integer::sum);
    }

    void breaks(String promise) {
        broken.add(promise);
    }

    Reaction reaction(String phone) {
        return reactions.apply(phone);
    }

    Optional<CallerInLine> waitingIn(String queue) {
        return Optional.ofNullable(callers.get(queue)).filter(CallerInLine::isInQueue);
    }

    String sid() {
        return "CA%032x".formatted(0xABC000 + ++sids);
    }

    /** The REST API is asked to ring a phone. */
    Answer<String> place(Leg leg) {
        int fate = calm ? 0 : random.nextInt(100);
        if (fate >= 95) {
            count("leg refused");
            return new Answer.Refused<>(21211);
        }
        if (fate >= 90) {
            count("leg too soon");
            return new Answer.TooSoon<>(Duration.ofSeconds(1));
        }
        if (fate >= 87) {
            count("leg not placed, and nobody says so");
            return new Answer.Unknown<>();
        }
        PlayedPhone phone = new PlayedPhone(this, sid(), leg);
        phones.add(phone);
        legs.put(phone.sid(), phone);
        phone.begins();
        count("leg placed");
        return fate >= 84 ? new Answer.Unknown<>() : new Answer.Done<>(phone.sid());
    }

    /** The REST API is asked to end a leg. */
    boolean end(String sid) {
        PlayedPhone phone = legs.get(sid);
        return phone != null && phone.isEnded();
    }
}
