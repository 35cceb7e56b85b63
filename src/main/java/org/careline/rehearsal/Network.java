package org.careline.rehearsal;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.careline.rehearsal.Step.Kind;

/** What is on the network: lines, queues, recordings, and how phones behave. Under the lock of its {@link NetworkTime} only. */
final class Network {

    /** Lines that are over are kept for the lists; beyond that many the oldest are forgotten. */
    private static final int MOST_LINES = 2_000;

    final NetworkTime time;
    final Clinic clinic;
    final Webhooks webhooks;
    final Callbacks callbacks;
    private final Sids sids = new Sids();
    private final Map<String, Line> lines = new LinkedHashMap<>();
    private final Map<String, Queue> queues = new LinkedHashMap<>();
    private final Map<String, Recording> recordings = new LinkedHashMap<>();
    private final Map<String, PhoneBehaviour> behaviours = new LinkedHashMap<>();

    Network(NetworkTime time, Clinic clinic) {
        this.time = time;
        this.clinic = clinic;
        this.webhooks = new Webhooks(time, clinic);
        this.callbacks = new Callbacks(time, webhooks);
    }

    Line place(CallOrigin origin) {
        Line line = new Line(sids.next("CA"), origin, time);
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
                .anyMatch(line -> line.origin.inbound() && line.origin.to().equals(number));
    }

    List<Line> lines() {
        return new ArrayList<>(lines.values());
    }

    PhoneBehaviour behaviour(String number) {
        return behaviours.getOrDefault(number, PhoneBehaviour.BY_HAND);
    }

    void behaviour(String number, PhoneBehaviour behaviour) {
        behaviours.put(number, behaviour);
    }

    Optional<Queue> queue(String name) {
        return Optional.ofNullable(queues.get(name));
    }

    Queue queueFor(String name) {
        return queues.computeIfAbsent(name, none -> new Queue(sids.next("QU"), none));
    }

    Recording record(Line line, String source, Instant began, long seconds) {
        Recording recording = new Recording(sids.next("RE"), line, source, began, seconds);
        recordings.put(recording.sid(), recording);
        line.step(Kind.RECORDED, seconds + " s");
        return recording;
    }

    Optional<Recording> recording(String sid) {
        return Optional.ofNullable(recordings.get(sid));
    }

    List<Recording> recordings() {
        return new ArrayList<>(recordings.values());
    }

    boolean erase(String sid) {
        return recordings.remove(sid) != null;
    }

    /** Ends a line for good and says so. */
    void end(Line line, String status) {
        if (line.over()) {
            return;
        }
        line.ended = Optional.of(time.now());
        line.status = status;
        line.hungUp = true;
        line.step(Kind.ENDED, status);
        if (line.origin.inbound()) {
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
