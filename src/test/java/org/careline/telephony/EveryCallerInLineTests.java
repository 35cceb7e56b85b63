package org.careline.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.careline.contact.Language;
import org.careline.inbox.ScriptedInbox;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.careline.routing.CallPlan;
import org.careline.routing.RingOrder;
import org.careline.routing.RingPlan;
import org.careline.routing.RingStrategy;
import org.careline.routing.Team;
import org.careline.speech.Clinic;
import org.careline.speech.QueueScript;
import org.careline.speech.WebhookReply;
import org.careline.staff.ClinicCoordinators.Coordinator;
import org.careline.staff.CoordinatorId;
import org.careline.support.MovableClock;
import org.careline.support.SignedTwilioRequest;
import org.careline.telephony.CallDay.Reaction;
import org.careline.telephony.CallerInLine.End;
import org.careline.telephony.CallerInLine.Mind;
import org.careline.waiting.MemoryLine;
import org.careline.waiting.WaitingCall;
import org.careline.waiting.WaitingId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whole hours of callers who wait at the same time, over the real TwiML on two nodes, with legs by REST: every call ends well
 * in a bounded time, one coordinator has one caller, whoever has waited longest is served first, and nothing stays engaged.
 * On calm days everything arrives; on the others callbacks are late, doubled, lost and out of order, legs ring that nobody
 * confirmed, and the store is away now and then.
 */
@Holds(Promise.P4)
@Tag("simulation")
class EveryCallerInLineTests {

    private static final int DAYS = 40;
    private static final int CALLERS = 14;
    private static final Duration TICK = Duration.ofMillis(400);
    private static final Duration HOUR = Duration.ofHours(1);

    private final Map<String, Integer> coverage = new TreeMap<>();

    @Test
    void everyCallerInLineEndsWell() {
        Optional<String> broken = play(LineFault.NONE);

        System.out.println("Every caller in line: " + coverage);
        assertThat(broken).isEmpty();
        assertThat(coverage.keySet())
                .contains(
                        "end TALKED",
                        "end VOICEMAIL",
                        "end CALL_BACK",
                        "end CRISIS_LINE",
                        "end HUNG_UP",
                        "called back",
                        "took one who had waited longer",
                        "place kept",
                        "leg ended by us",
                        "callback lost",
                        "dials a phone itself");
    }

    @Tag("planted")
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void aFaultInTheLineIsFound(LineFault fault) {
        Optional<String> broken = play(fault);

        System.out.println("Planted " + fault + ": " + broken.orElse("not found"));
        assertThat(broken).isPresent();
    }

    private Optional<String> play(LineFault fault) {
        for (int seed = 1; seed <= DAYS; seed++) {
            List<String> broken = new Day(seed, fault).play();
            if (!broken.isEmpty()) {
                return Optional.of(broken.get(0) + " (day " + seed + ")");
            }
        }
        return Optional.empty();
    }

    /** An hour of one clinic. */
    private final class Day {

        private final Random random;
        private final LineFault fault;
        private final MovableClock clock = new MovableClock();
        private final ScriptedInbox inbox = new ScriptedInbox();
        private final MemoryLine line = new MemoryLine();
        private final List<Coordinator> team;
        private final PlayedExchange exchange;
        private final List<Switchboard> nodes = new ArrayList<>();
        private final CallPlan rules;
        private int alive = 2;

        Day(int seed, LineFault fault) {
            this.random = new Random(seed);
            this.fault = fault;
            this.exchange = new PlayedExchange(random, clock, coverage, this::answer, phone -> reaction());
            exchange.calm = seed % 2 == 0;
            fault.in(line);
            this.rules = Clinic.plan(
                    List.of(RingOrder.values()).get(random.nextInt(4)),
                    List.of(RingStrategy.values()).get(random.nextInt(3)),
                    random.nextBoolean(),
                    Duration.ofSeconds(random.nextInt(2) * 30L));
            exchange.count("rings " + rules.ring());
            exchange.count("order " + rules.order());
            this.team = IntStream.range(0, 1 + random.nextInt(4))
                    .mapToObj(one -> one == 0 ? Team.always("c" + one, "es", "en") : Team.always("c" + one, "en"))
                    .toList();
            IntStream.range(0, 2).forEach(node -> nodes.add(node()));
        }

        private Switchboard node() {
            return new Switchboard(
                    rules,
                    Clinic.NOT_RECORDED,
                    Switchboard.ALWAYS,
                    team,
                    inbox,
                    new Switchboard.StoredFacts(),
                    clock,
                    new SimpleMeterRegistry(),
                    new Switchboard.Waiting(line, new LegCarrier(exchange), new Workers(exchange), fault::rules));
        }

        private Reaction reaction() {
            return random.nextInt(100) < 55
                    ? Reaction.ACCEPTS
                    : List.of(Reaction.values()).get(random.nextInt(Reaction.values().length));
        }

        private WebhookReply answer(SignedTwilioRequest request) {
            SignedTwilioRequest sent = fault.sent(request);
            String target = sent.target();
            boolean accepts =
                    target.startsWith(QueueScript.KEY) && sent.parameters().contains(Map.entry("Digits", "1"));
            List<String> older = accepts && !line.away ? waitLonger() : List.of();
            WebhookReply reply = nodes.get(random.nextInt(alive)).ask(sent);
            if (accepts && !line.away && reply.twiml().contains("<Queue")) {
                servedInTurn(target, reply, older);
            }
            return reply;
        }

        /** Who waits in their queue and has not asked to leave it, the longest first. */
        private List<String> waitLonger() {
            return line.all().stream()
                    .filter(call -> call.waits() && !call.id().isBack())
                    .filter(call -> exchange.waitingIn(call.id().call()).isPresent())
                    .filter(call -> clock.instant().isBefore(call.waiting().until()))
                    .sorted((one, other) ->
                            one.waiting().since().compareTo(other.waiting().since()))
                    .map(call -> call.id().value())
                    .toList();
        }

        private void servedInTurn(String target, WebhookReply reply, List<String> before) {
            String rung = target.substring(QueueScript.KEY.length()).split("/", -1)[0];
            String taken = reply.twiml().replaceAll("(?s).*<Queue[^>]*>([^<]*)</Queue>.*", "$1");
            CoordinatorId who = team.get(Integer.parseInt(target.substring(target.lastIndexOf('/') + 1)))
                    .key();
            if (!rung.equals(taken)) {
                exchange.count("took one who had waited longer");
            }
            Instant since = since(taken);
            before.stream()
                    .filter(other -> since(other).isBefore(since))
                    .filter(other -> untouched(other, who) || other.equals(rung))
                    .findFirst()
                    .ifPresent(other -> exchange.breaks(
                            "whoever has waited longest is served first: " + other + " before " + taken));
        }

        private Instant since(String sid) {
            return line.find(new WaitingId(sid)).orElseThrow().waiting().since();
        }

        /** Whether this coordinator may have them and has not declined them. */
        private boolean untouched(String sid, CoordinatorId who) {
            WaitingCall call = line.find(new WaitingId(sid)).orElseThrow();
            Language language = call.party().language();
            boolean speaks = language == null
                    || team.stream()
                            .filter(one -> one.key().equals(who))
                            .anyMatch(one -> language.isAmong(one.languages()));
            return speaks && call.ring(who).isEmpty();
        }

        List<String> play() {
            IntStream.range(0, CALLERS).forEach(this::arrives);
            for (int tick = 0; tick < HOUR.multipliedBy(3).dividedBy(TICK); tick++) {
                int node = tick % 2;
                exchange.after(TICK.multipliedBy(tick), () -> looks(node));
            }
            if (!exchange.calm) {
                IntStream.range(0, random.nextInt(4)).forEach(time -> outage());
                if (random.nextBoolean()) {
                    exchange.after(Duration.ofMinutes(10 + random.nextInt(20)), () -> alive = 1);
                }
            }
            exchange.play(HOUR.multipliedBy(3));
            exchange.callers.values().forEach(this::check);
            checkLegs();
            if (!line.open().isEmpty()) {
                exchange.breaks("nothing stays engaged");
            }
            return exchange.broken;
        }

        private void looks(int node) {
            if (node < alive) {
                nodes.get(node).dispatcher.round();
            }
        }

        private void outage() {
            Duration at = Duration.ofSeconds(random.nextInt(3_600));
            exchange.after(at, () -> line.away = true);
            exchange.after(at.plusSeconds(5 + random.nextInt(60)), () -> line.away = false);
        }

        private void arrives(int number) {
            Duration at = Duration.ofSeconds(5 + random.nextInt(random.nextBoolean() ? 300 : 3_000));
            String from = "+1305555%04d".formatted(120 + random.nextInt(40));
            exchange.after(at, () -> calls(from, exchange.chance(40)));
        }

        private void calls(String from, boolean impatient) {
            Mind mind = (queue, forNumber) ->
                    queue && random.nextInt(100) < 92 ? Pressed.NOTHING : Pressed.drawn(random, forNumber);
            String to = exchange.chance(25) ? Clinic.SPANISH_NUMBER : Clinic.NUMBER;
            CallerInLine caller = new CallerInLine(exchange, exchange.sid(), from, to, mind);
            exchange.callers.put(caller.sid(), caller);
            if (impatient) {
                exchange.after(Duration.ofSeconds(20 + random.nextInt(150)), () -> givesUp(caller));
            }
            caller.calls();
        }

        /** Some who hang up call again. */
        private void givesUp(CallerInLine caller) {
            boolean waits = caller.isInQueue();
            caller.hangsUp();
            if (waits && exchange.chance(50)) {
                exchange.after(Duration.ofSeconds(60), () -> calls(caller.from(), false));
            }
        }

        private void check(CallerInLine caller) {
            exchange.count("end " + caller.end);
            if (caller.end == null || caller.end == End.CUT_OFF) {
                exchange.breaks(
                        "a call ends with a talk, our voicemail, a promise, the crisis line or the caller's hanging"
                                + " up");
            }
            if (caller.lasted.compareTo(bound()) > 0) {
                exchange.breaks("a call ends within its bound: " + caller.lasted + " of " + bound());
            }
            if (caller.talkedWith.size() > 1) {
                exchange.breaks("one coordinator has one caller");
            }
            line.all().stream()
                    .filter(call -> call.id().value().equals(caller.sid()))
                    .filter(call ->
                            call.waiting().since().isBefore(call.waiting().begun()))
                    .forEach(call -> exchange.count("place kept"));
        }

        private Duration bound() {
            RingPlan plan = nodes.get(0).planner.plan(nodes.get(0).caller, nodes.get(0).staffing, clock.instant());
            return plan.bound().plus(nodes.get(0).longestInLine);
        }

        private void checkLegs() {
            Map<String, PlayedPhone> first = new HashMap<>();
            for (PlayedPhone phone : exchange.phones) {
                String key = phone.rungFor() + " " + phone.number();
                PlayedPhone before = first.put(key, phone);
                if (before != null && !before.accepted()) {
                    exchange.breaks("each phone is rung at most once for one caller");
                }
            }
            if (exchange.calm) {
                exchange.phones.forEach(this::alone);
            }
        }

        private void alone(PlayedPhone phone) {
            for (PlayedPhone other : exchange.phones) {
                boolean same = other != phone && other.number().equals(phone.number());
                Instant ended = other.endedAt() == null ? clock.instant() : other.endedAt();
                boolean during =
                        !other.placedAt.isAfter(phone.placedAt) && ended.isAfter(phone.placedAt.plusSeconds(2));
                if (same && during) {
                    exchange.breaks("a phone rings for one caller at a time");
                }
            }
        }
    }

    /** Work is done at once, or in the exchange's own time. */
    private record Workers(PlayedExchange exchange) implements LegWorkers {

        @Override
        public void now(Runnable work) {
            exchange.after(Duration.ofMillis(50), work);
        }

        @Override
        public void later(Runnable work, Duration pause) {
            exchange.after(pause.plusMillis(1), work);
        }
    }
}
