package org.careline.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.careline.contact.Language;
import org.careline.inbox.ScriptedInbox;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.careline.routing.KnownCaller;
import org.careline.routing.RingPlan;
import org.careline.speech.WebhookReply;
import org.careline.staff.ClinicCoordinators.Coordinator;
import org.careline.support.MovableClock;
import org.careline.support.SignedTwilioRequest;
import org.careline.telephony.CallDay.Call;
import org.careline.telephony.CallDay.Files;
import org.careline.telephony.CallDay.Reaction;
import org.careline.telephony.Switchboard.StoredFacts;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every call ends well in a bounded time: made-up clinics, days, callers and coordinators over the real TwiML, on two nodes
 * that share nothing but the files and, unless it is down, the store.
 */
@Holds(Promise.P4)
@Tag("simulation")
class EveryCallEndsTests {

    private static final int CLINICS = 100;
    private static final int CALLS = 50;
    private static final int NODES = 2;

    private final Map<String, Integer> coverage = new TreeMap<>();
    private double nearest;

    @Test
    void everyCallEndsWell() {
        Optional<String> broken = play(RingFault.NONE);

        System.out.printf("Every call ends: %s; nearest to its bound: %.0f %%%n", coverage, 100 * nearest);
        assertThat(broken).isEmpty();
        assertThat(coverage.values()).allSatisfy(count -> assertThat(count).isGreaterThan(20));
        assertThat(coverage.keySet())
                .contains(
                        "end TALKED",
                        "end VOICEMAIL",
                        "end HUNG_UP",
                        "end CALL_BACK",
                        "end CRISIS_LINE",
                        "opening holiday");
        assertThat(coverage.keySet().stream().filter(key -> key.startsWith("phone ")))
                .hasSize(Reaction.values().length);
    }

    @Tag("planted")
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void aFaultInTheRulesIsFound(RingFault fault) {
        Optional<String> broken = play(fault);

        System.out.println("Planted " + fault + ": " + broken.orElse("not found"));
        assertThat(broken).isPresent();
    }

    /** The first promise that is broken, and where. */
    private Optional<String> play(RingFault fault) {
        for (int seed = 1; seed <= CLINICS; seed++) {
            CallDay day = new CallDay(seed);
            Files files = day.files();
            Nodes nodes = new Nodes(fault.rules(files), fault);
            for (int number = 1; number <= CALLS; number++) {
                Call call = day.call(files);
                Optional<String> broken = nodes.play(files, call, new Random(seed * 1_000L + number));
                if (broken.isPresent()) {
                    return Optional.of("%s (clinic %d, call %d)".formatted(broken.get(), seed, number));
                }
            }
        }
        return Optional.empty();
    }

    private void covers(CallChecks checks, RingPlan plan) {
        CallRecord record = checks.record();
        if (checks.clinics()) {
            nearest = Math.max(
                    nearest, (double) record.lasted.toMillis() / plan.bound().toMillis());
        }
        count("end " + record.end);
        count("opening " + (checks.open() ? "open" : checks.holiday() ? "holiday" : "closed"));
        count(checks.clinics() ? "number of the clinic" : "number of no clinic");
        count("rings " + (record.rung.size() > 4 ? "more" : record.rung.size()));
        plan.considered().forEach(one -> count("reason " + one.reason()));
        if (record.talked.compareTo(Duration.ZERO) > 0 && record.end != CallRecord.End.TALKED) {
            count("talk of which nothing is known");
        }
        if (!record.connected.isEmpty() && record.rung.size() > 2) {
            count("talk after several rings");
        }
        if (record.repeats > 0) {
            count("repeats");
        }
        if (record.end == CallRecord.End.VOICEMAIL && record.rung.size() > 1) {
            count("voicemail after several rings");
        }
    }

    private void count(String what) {
        coverage.merge(what, 1, Integer::sum);
    }

    /** Two nodes of one clinic. */
    private final class Nodes {

        private final MovableClock clock = new MovableClock();
        private final ScriptedInbox inbox = new ScriptedInbox();
        private final StoredFacts stored = new StoredFacts();
        private final List<Switchboard> boards;
        private final RingFault fault;
        private int calls;

        Nodes(Files files, RingFault fault) {
            this.fault = fault;
            stored.believesEverything = fault.believesEveryAccept();
            this.boards = IntStream.range(0, NODES)
                    .mapToObj(node -> new Switchboard(
                            files.plan(),
                            files.hours(),
                            files.coordinators(),
                            inbox,
                            stored,
                            clock,
                            new SimpleMeterRegistry()))
                    .toList();
        }

        Optional<String> play(Files files, Call call, Random random) {
            clock.reset();
            clock.advance(Duration.between(MovableClock.MONDAY_NINE, call.at()));
            inbox.forget();
            stored.forget();
            boards.forEach(board -> {
                board.caller = call.caller();
                board.staffing = fault.staffing(call.staffing());
            });
            Map<String, Reaction> phones = files.coordinators().stream()
                    .collect(Collectors.toMap(Coordinator::phone, one -> reaction(call, one)));
            PlayedTwilio twilio = new PlayedTwilio(
                    "CA%032d".formatted(++calls),
                    call,
                    clock,
                    random,
                    request -> answer(request, call, random),
                    phone -> met(phones.getOrDefault(phone, Reaction.DOES_NOT_ANSWER)));
            CallRecord record = twilio.play();
            KnownCaller caller =
                    record.language == null ? call.caller() : call.caller().speaking(new Language(record.language));
            RingPlan plan = boards.get(0).planner.plan(caller, call.staffing(), record.plannedAt);
            CallChecks checks = new CallChecks(files, call, fault.bound(plan.bound(), files.plan()), record);
            covers(checks, plan);
            return checks.broken();
        }

        private WebhookReply answer(SignedTwilioRequest request, Call call, Random random) {
            WebhookReply reply = boards.get(random.nextInt(NODES)).ask(fault.sent(request));
            if (!call.storeDown()) {
                inbox.facts.forEach(told -> stored.learn(told.getKey(), told.getValue()));
            }
            return reply;
        }

        private static Reaction reaction(Call call, Coordinator one) {
            return call.reactions().getOrDefault(one.key(), Reaction.DOES_NOT_ANSWER);
        }

        private Reaction met(Reaction reaction) {
            count("phone " + reaction);
            return reaction;
        }
    }
}
