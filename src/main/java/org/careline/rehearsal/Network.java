package org.careline.rehearsal;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.careline.rehearsal.Step.Kind;

/** What is on the network: lines, queues, recordings, and how phones behave. Under the lock of its exchange only. */
final class Network {

    /** Lines that are over are kept for the lists; beyond that many the oldest are forgotten. */
    private static final int MOST_LINES = 2_000;

    final Exchange exchange;
    final Clinic clinic;
    final Webhooks webhooks;
    final Callbacks callbacks;
    private final Sids sids = new Sids();
    private final Map<String, Line> lines = new LinkedHashMap<>();
    private final Map<String, Queue> queues = new LinkedHashMap<>();
    private final Map<String, Tape> tapes = new LinkedHashMap<>();
    private final Map<String, Habit> habits = new LinkedHashMap<>();

    Network(Exchange exchange, Clinic clinic) {
        this.exchange = exchange;
        this.clinic = clinic;
        this.webhooks = new Webhooks(exchange, clinic);
        this.callbacks = new Callbacks(exchange, webhooks);
    }

    Line place(Placing placing) {
        Line line = new Line(sids.next("CA"), placing, exchange);
        lines.put(line.sid, line);
        if (lines.size() > MOST_LINES) {
            lines.values().stream().filter(Line::over).findFirst().ifPresent(oldest -> lines.remove(oldest.sid));
        }
        return line;
    }

    Optional<Line> line(String sid) {
        return Optional.ofNullable(lines.get(sid));
    }

    /** Whether a number is the clinic's: one that was called before. */
    boolean isClinics(String number) {
        return lines.values().stream()
                .anyMatch(line -> line.placing.inbound() && line.placing.to().equals(number));
    }

    List<Line> lines() {
        return new ArrayList<>(lines.values());
    }

    Habit habit(String number) {
        return habits.getOrDefault(number, Habit.BY_HAND);
    }

    void habit(String number, Habit habit) {
        habits.put(number, habit);
    }

    Optional<Queue> queue(String name) {
        return Optional.ofNullable(queues.get(name));
    }

    Queue queueFor(String name) {
        return queues.computeIfAbsent(name, none -> new Queue(sids.next("QU"), none));
    }

    Tape record(Line line, String source, Instant began, long seconds) {
        Tape tape = new Tape(sids.next("RE"), line, source, began, seconds);
        tapes.put(tape.sid(), tape);
        line.step(Kind.RECORDED, seconds + " s");
        return tape;
    }

    Optional<Tape> tape(String sid) {
        return Optional.ofNullable(tapes.get(sid));
    }

    List<Tape> tapes() {
        return new ArrayList<>(tapes.values());
    }

    boolean erase(String sid) {
        return tapes.remove(sid) != null;
    }

    /** Ends a line for good and says so. */
    void end(Line line, String status) {
        if (line.over()) {
            return;
        }
        line.ended = exchange.now();
        line.status = status;
        line.hungUp = true;
        line.step(Kind.ENDED, status);
        if (line.placing.inbound()) {
            callbacks.end(line, clinic.status());
        } else {
            callbacks.progress(line, "completed");
        }
    }

    /** Something that Twilio would not understand ends the call, after an apology that we leave out. */
    void refuse(Line line, Interruption.NotUnderstood no) {
        line.step(Kind.NOT_UNDERSTOOD, "Twilio would not understand: " + no.why);
    }

    Twiml document(Line line, Interruption.Target target, Grammar grammar) {
        if (target instanceof Interruption.Target.At at) {
            return webhooks.ask(line, at.address(), "POST", line.form(), grammar);
        }
        return Twiml.read(URI.create(clinic.base().get() + "/"), ((Interruption.Target.Given) target).twiml(), grammar);
    }
}
