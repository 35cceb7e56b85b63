package org.careline.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.careline.rehearsal.LineView.Doing;
import org.careline.rehearsal.Step.Kind;
import org.jspecify.annotations.Nullable;

/** One phone's connection with the network. Read and changed under the lock of its {@link NetworkTime} only. */
final class Line {

    /** Longer than anything that is waited for. */
    static final Duration EVER = Duration.ofHours(24);

    final String sid;
    final CallOrigin origin;
    final Instant began;
    final HeardInput input = new HeardInput();

    String status = "queued";

    @Nullable Instant answered;

    @Nullable Instant ended;

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
    Interruption.@Nullable Target redirect;

    @Nullable Waiting waiting;

    @Nullable Talk talk;

    Doing doing = Doing.STARTS;

    @Nullable Instant until;

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
        return ended != null;
    }

    String phone() {
        return origin.inbound() ? origin.from() : origin.to();
    }

    /** Picked up: by us if it is a caller's, else by whoever's phone it is. */
    void answer() {
        if (answered == null) {
            answered = networkTime.now();
            status = "in-progress";
            step(Kind.ANSWERED, "");
        }
    }

    /** A caller's line is answered by the first verb that is heard; a dial that answers on the bridge leaves it ringing. */
    void answerUnlessRinging(Verb verb) {
        boolean rings = verb.is("answerOnBridge") && answered == null;
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
        until = time.equals(EVER) ? null : networkTime.now().plus(time);
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
        return hungUp || redirect != null || (waiting != null && waiting.taken());
    }

    private void interrupt() {
        if (hungUp) {
            throw new Interruption.LineOver();
        }
        Interruption.Target target = redirect;
        if (target != null) {
            redirect = null;
            throw new Interruption.Redirected(target);
        }
        if (waiting != null && waiting.taken()) {
            throw new Interruption.Dequeued();
        }
    }

    long seconds() {
        Instant end = ended == null ? networkTime.now() : ended;
        return answered == null ? 0 : Duration.between(answered, end).toSeconds();
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
        Line parent = origin.parent();
        return parent == null ? form : form.with("ParentCallSid", parent.sid);
    }

    LineView view() {
        Line parent = origin.parent();
        Talk with = talk;
        return new LineView(
                sid,
                parent == null ? null : parent.sid,
                origin.direction(),
                origin.from(),
                origin.to(),
                status,
                began,
                ended,
                over() ? Doing.IS_OVER : doing,
                over() ? null : until,
                with == null || with.over ? null : with.other(this).sid,
                steps);
    }

    @Override
    public String toString() {
        return "Line[" + sid + ", " + origin.direction() + ", " + status + "]";
    }
}
