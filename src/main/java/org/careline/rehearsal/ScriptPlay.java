package org.careline.rehearsal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.careline.rehearsal.Faults.Rest;
import org.careline.rehearsal.RehearsalScript.Caller;
import org.careline.rehearsal.RehearsalScript.End;
import org.careline.rehearsal.RehearsalScript.Expect;
import org.careline.rehearsal.RehearsalScript.Lead;
import org.careline.rehearsal.Step.Kind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Plays one script from its beginning until nobody talks any more, and compares. */
final class ScriptPlay {

    private static final List<String> CRISIS = List.of("988", "+18002738255");
    private static final Duration LONGEST = Duration.ofHours(3);

    /** After this the carrier's lists have told what lost callbacks did not. */
    private static final Duration AFTERWARDS = Duration.ofMinutes(3);

    private static final Duration HEARD = Duration.ofSeconds(2);
    private static final Duration REAL_PATIENCE = Duration.ofMinutes(1);
    private static final long GLANCE = 200;

    private final RehearsedNetwork network;
    private final DrivenTime time;
    private final LeadApi api;
    private final RehearsalScript script;
    private final Clock real = Clock.systemUTC();

    ScriptPlay(RehearsedNetwork network, DrivenTime time, LeadApi api, RehearsalScript script) {
        this.network = network;
        this.time = time;
        this.api = api;
        this.script = script;
    }

    /** @return what was not as expected */
    List<Mismatch> play() {
        List<Mismatch> misses = new ArrayList<>(awayFromNowOn());
        script.phones().forEach(phone -> network.behaviour(phone.number(), phone.behaviour()));
        network.faults(new Faults(script.faults(), Rest.WORKS));
        List<ScriptedCaller> callers = IntStream.range(0, script.callers().size())
                .mapToObj(one -> new ScriptedCaller(network, script.callers().get(one), "callers[" + one + "]"))
                .toList();
        callers.forEach(ScriptedCaller::start);
        boolean over = time.passUntil(() -> callers.stream().allMatch(ScriptedCaller::over) && silent(), LONGEST);
        if (!over) {
            misses.add(new Mismatch("callers", "a call that does not end", "an end within 3 hours"));
            return misses;
        }
        boolean unused = time.passUntil(() -> false, AFTERWARDS);
        time.catchUp();
        callers.forEach(caller -> misses.addAll(caller.misses()));
        IntStream.range(0, callers.size()).forEach(one -> compare(one, callers.get(one), misses));
        return misses;
    }

    /** What they say takes a moment until the ring plan knows it. */
    private List<Mismatch> awayFromNowOn() {
        List<Mismatch> misses = IntStream.range(0, script.away().size())
                .filter(one -> !api.away(script.away().get(one)))
                .mapToObj(one -> new Mismatch("away[" + one + "]", "nobody of this id", "a coordinator's id"))
                .toList();
        if (!script.away().isEmpty()) {
            boolean unused = time.passUntil(() -> false, HEARD);
            time.catchUp();
        }
        return misses;
    }

    private boolean silent() {
        return network.view().live().isEmpty();
    }

    private void compare(int index, ScriptedCaller played, List<Mismatch> misses) {
        Caller caller = script.callers().get(index);
        String key = "callers[" + index + "].expect.";
        Expect expect = caller.expect();
        LineView line = played.line();
        compare(key + "ended", expect.ended(), ended(line), misses);
        compare(key + "rings", expect.rings(), rung(line), misses);
        compare(key + "talks-with", expect.talksWith(), talked(line).orElse("nobody"), misses);
        if (expect.within() != null && took(line).compareTo(expect.within()) > 0) {
            misses.add(new Mismatch(
                    key + "within",
                    took(line).toSeconds() + " seconds",
                    expect.within().toSeconds() + " seconds at most"));
        }
        if (expect.lead().named()) {
            compareLead(key + "lead.", caller.number(), expect.lead(), misses);
        }
        line.steps().stream()
                .filter(step -> step.kind() == Kind.NOT_UNDERSTOOD)
                .forEach(step -> misses.add(
                        new Mismatch("callers[" + index + "]", step.text(), "TwiML that Twilio understands")));
    }

    private static void compare(String key, @Nullable Object expected, Object found, List<Mismatch> misses) {
        if (expected != null && !expected.equals(found)) {
            misses.add(new Mismatch(key, found.toString(), expected.toString()));
        }
    }

    private static Optional<String> talked(LineView line) {
        return line.steps().stream()
                .filter(step -> step.kind() == Kind.BRIDGED)
                .map(Step::text)
                .reduce((one, next) -> next);
    }

    private static End ended(LineView line) {
        Optional<String> with = talked(line);
        if (with.isPresent()) {
            return CRISIS.contains(with.get()) ? End.CRISIS : End.HUMAN;
        }
        return line.steps().stream().anyMatch(step -> step.kind() == Kind.RECORDED) ? End.VOICEMAIL : End.NO_TALK;
    }

    /** By whatever way they are rung: for the call by its own word, or over REST while it waits. */
    private List<String> rung(LineView line) {
        Instant end = Objects.requireNonNullElse(line.ended(), Instant.MAX);
        return network.view().lines().stream()
                .filter(leg -> !leg.inbound())
                .filter(leg -> leg.parent() == null
                        ? !leg.began().isBefore(line.began()) && leg.began().isBefore(end)
                        : leg.parent().equals(line.sid()))
                .map(LineView::to)
                .toList();
    }

    private static Duration took(LineView line) {
        Instant end = line.steps().stream()
                .filter(step -> step.kind() == Kind.BRIDGED || step.kind() == Kind.ENDED)
                .map(Step::at)
                .findFirst()
                .orElse(line.began());
        return Duration.between(line.began(), end);
    }

    /** In real time, for the application decides by threads of its own. */
    private void compareLead(String key, String phone, Lead expected, List<Mismatch> misses) {
        Instant patience = real.instant().plus(REAL_PATIENCE);
        List<Mismatch> last = differences(key, phone, expected);
        while (!last.isEmpty() && real.instant().isBefore(patience)) {
            DrivenTime.pause(GLANCE);
            last = differences(key, phone, expected);
        }
        misses.addAll(last);
    }

    private List<Mismatch> differences(String key, String phone, Lead expected) {
        Optional<JsonNode> lead = api.lead(phone);
        if (lead.isEmpty()) {
            return List.of(new Mismatch(key + "next-action", "no lead, or several", "one lead"));
        }
        List<Mismatch> misses = new ArrayList<>();
        JsonNode touches = lead.get().path("touches");
        compare(
                key + "next-action",
                expected.nextAction(),
                lead.get().at("/nextAction/what").asString("none"),
                misses);
        compare(key + "lane", expected.lane(), lead.get().at("/nextAction/lane").asString("none"), misses);
        compare(
                key + "outcome",
                expected.outcome(),
                touches.path(touches.size() - 1).path("outcome").asString("none"),
                misses);
        return misses;
    }

    /** What happened on all lines, in order of time. */
    Stream<String> transcript(Instant begin) {
        return network.view().lines().stream()
                .filter(line -> !line.began().isBefore(begin))
                .flatMap(line -> line.steps().stream().map(step -> new SentCallback(line, step)))
                .sorted(Comparator.comparing(told -> told.step().at()))
                .map(told -> told.sentence(script.begin().getOffset()));
    }
}
