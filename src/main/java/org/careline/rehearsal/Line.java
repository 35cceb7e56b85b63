package org.careline.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.careline.rehearsal.LineView.Doing;
import org.careline.rehearsal.Step.Kind;

/** One phone's connection with the network. Read and changed under the lock of its {@link NetworkTime} only. */
final class Line {

    /** Longer than anything that is waited for. */
    static final Duration EVER = Duration.ofHours(24);

    final String sid;
    final CallOrigin origin;
    final Instant began;
    final HeardInput input = new HeardInput();

    String status = "queued";

    Optional<Instant> answered = Optional.empty();

    Optional<Instant> ended = Optional.empty();

    boolean hungUp;
    boolean pickedUp;
    boolean declined;
    boolean mailbox;

    /** Whoever picked up presses 1 when a menu listens. */
    boolean accepting;

    /** A dialled phone whose document let it be connected. */
    boolean accepted;

    boolean skipped;

    /** A menu listens. */
    boolean listening;

    int told;
    Optional<Interruption.Target> redirect = Optional.empty();

    Optional<Waiting> waiting = Optional.empty();

    Optional<Talk> talk = Optional.empty();

    Doing doing = Doing.STARTS;

    Optional<Instant> until = Optional.empty();

    /** The path whose answer is being played. */
    String address = "";

    private final NetworkTime networkTime;
    private final List<Step> steps = new ArrayList<>();

    Line(String sid, CallOrigin origin, NetworkTime networkTime) {
        this.sid = sid;
        this.origin = origin;
        this.networkTime = networkTime;
        this.began = networkTime.now();
        step(Kind.PLACED, origin.inbound() ? origin.to() : origin.from());
    }

    void step(Kind kind, String text) {
        steps.add(new Step(networkTime.now(), kind, text, address));
        networkTime.changed();
    }

    boolean over() {
        return ended.isPresent();
    }

    boolean isAnswered() {
        return answered.isPresent();
    }

    /** Whether it has talked, and does so no more. */
    boolean parted() {
        return talk.filter(one -> one.over).isPresent();
    }

    String phone() {
        return origin.inbound() ? origin.from() : origin.to();
    }

    /** Picked up: by us if it is a caller's, else by whoever's phone it is. */
    void answer() {
        if (!isAnswered()) {
            answered = Optional.of(networkTime.now());
            status = "in-progress";
            step(Kind.ANSWERED, "");
        }
    }

    /** A caller's line is answered by the first verb that is heard; a dial that answers on the bridge leaves it ringing. */
    void answerUnlessRinging(Verb verb) {
        boolean rings = verb.is("answerOnBridge") && !isAnswered();
        if (origin.inbound() && !rings && !Set.of("Redirect", "Hangup").contains(verb.name())) {
            answer();
        }
    }

    Instant now() {
        return networkTime.now();
    }

    /** Lets time pass until it is enough; whatever happens to the line meanwhile is thrown. */
    void pass(Doing what, Duration time, BooleanSupplier enough) {
        doing = what;
        until = time.equals(EVER)
                ? Optional.empty()
                : Optional.of(networkTime.now().plus(time));
        networkTime.changed();
        networkTime.await(time, () -> interrupted() || enough.getAsBoolean());
        interrupt();
    }

    /** Something is said or played to it; whoever is impatient does not wait. */
    void hear(Duration time, BooleanSupplier enough) {
        skipped = false;
        pass(Doing.HEARS, time, () -> skipped || enough.getAsBoolean());
        skipped = false;
    }

    private boolean interrupted() {
        return hungUp || redirect.isPresent() || dequeued();
    }

    private void interrupt() {
        if (hungUp) {
            throw new Interruption.LineOver();
        }
        Optional<Interruption.Target> target = redirect;
        if (target.isPresent()) {
            redirect = Optional.empty();
            throw new Interruption.Redirected(target.get());
        }
        if (dequeued()) {
            throw new Interruption.Dequeued();
        }
    }

    private boolean dequeued() {
        return waiting.filter(Waiting::taken).isPresent();
    }

    long seconds() {
        Instant end = ended.orElseGet(networkTime::now);
        return answered.map(begin -> Duration.between(begin, end).toSeconds()).orElse(0L);
    }

    Form form() {
        Form form = Form.EMPTY
                .with("CallSid", sid)
                .with("AccountSid", Clinic.ACCOUNT)
                .with("From", origin.from())
                .with("To", origin.to())
                .with("CallStatus", status)
                .with("Direction", origin.direction())
                .with("ApiVersion", "2010-04-01")
                .with("Caller", origin.from())
                .with("Called", origin.to());
        return origin.parent()
                .map(parent -> form.with("ParentCallSid", parent.sid))
                .orElse(form);
    }

    LineView view() {
        return new LineView(
                sid,
                origin.parent().map(parent -> parent.sid).orElse(null),
                origin.direction(),
                origin.from(),
                origin.to(),
                status,
                began,
                ended.orElse(null),
                over() ? Doing.IS_OVER : doing,
                until.filter(time -> !over()).orElse(null),
                talk.filter(one -> !one.over).map(one -> one.other(this).sid).orElse(null),
                steps);
    }

    @Override
    public String toString() {
        return "Line[" + sid + ", " + origin.direction() + ", " + status + "]";
    }
}
