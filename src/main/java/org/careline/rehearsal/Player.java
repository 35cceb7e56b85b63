package org.careline.rehearsal;

import java.net.URI;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.careline.rehearsal.Interruption.Left;
import org.careline.rehearsal.Interruption.LineOver;
import org.careline.rehearsal.Interruption.NotUnderstood;
import org.careline.rehearsal.Interruption.Redirected;
import org.careline.rehearsal.LineView.Doing;
import org.careline.rehearsal.Step.Kind;

/** Does on a line what its documents say, one verb after the other. */
final class Player {

    /** A sound of which nobody knows how long it is. */
    private static final Duration SOUND = Duration.ofSeconds(5);

    private final Network network;
    private final Line line;
    private final Grammar grammar;
    private final Supplier<Form> further;

    /** What comes after a verb. */
    sealed interface Next {

        /** The next verb. */
        record GoOn() implements Next {}

        /** The end of the call. */
        record HangUp() implements Next {}

        /** Another document in the place of this one. */
        record To(Twiml document) implements Next {}
    }

    static final Next GO_ON = new Next.GoOn();
    static final Next HANG_UP = new Next.HangUp();

    /** @param further fields that each request of this player also tells */
    Player(Network network, Line line, Grammar grammar, Supplier<Form> further) {
        this.network = network;
        this.line = line;
        this.grammar = grammar;
        this.further = further;
    }

    /** Plays a call from its first document to its end, wherever it is sent meanwhile. */
    static void playCall(Network network, Line line, Interruption.Target first) {
        Player player = new Player(network, line, Grammar.CALL, () -> Form.EMPTY);
        Interruption.Target target = first;
        while (target != null) {
            try {
                boolean unused = player.play(network.document(line, target, Grammar.CALL));
                target = null;
            } catch (Redirected elsewhere) {
                target = elsewhere.target;
            }
        }
    }

    /**
     * Plays a document and those that take its place.
     *
     * @return whether the verbs ran out; false if the document hung up
     */
    boolean play(Twiml first) {
        Next next = run(first);
        while (next instanceof Next.To to) {
            next = run(to.document());
        }
        return next instanceof Next.GoOn;
    }

    private Next run(Twiml document) {
        for (Verb verb : document.verbs()) {
            Next next = run(document, verb);
            if (!(next instanceof Next.GoOn)) {
                return next;
            }
        }
        return GO_ON;
    }

    private Next run(Twiml document, Verb verb) {
        if (!verb.name().equals("Reject")) {
            line.answerUnlessRinging(verb);
        }
        return switch (verb.name()) {
            case "Say", "Play", "Pause" -> spoken(verb, () -> false);
            case "Gather" -> new Menu(line, this).gather(document, verb);
            case "Dial" -> new Dialling(network, line, this).dial(document, verb);
            case "Enqueue" -> new Queueing(network, line, this).enqueue(document, verb);
            case "Record" -> new Recorder(network, line, this).take(document, verb);
            case "Redirect" -> ask(document.resolve(verb.text()), verb, Form.EMPTY);
            case "Leave" -> throw new Left();
            case "Reject" -> reject(verb);
            case "Hangup" -> HANG_UP;
            default -> throw new NotUnderstood("<" + verb.name() + ">");
        };
    }

    /** Says, plays or is silent. */
    Next spoken(Verb verb, BooleanSupplier enough) {
        switch (verb.name()) {
            case "Say" -> {
                line.step(Kind.SAID, verb.text());
                line.hear(HeardInput.length(verb.text()), enough);
            }
            case "Play" -> {
                line.step(Kind.PLAYED, verb.text());
                line.hear(SOUND, enough);
            }
            default -> {
                line.step(Kind.PAUSED, verb.text("length", "1") + " s");
                line.hear(verb.seconds("length", 1), enough);
            }
        }
        return GO_ON;
    }

    private Next reject(Verb verb) {
        network.end(line, verb.text("reason", "rejected").equals("busy") ? "busy" : "no-answer");
        throw new LineOver();
    }

    /** The document at an address, with what this line and this verb tell. */
    Next ask(URI address, Verb verb, Form told) {
        Form form = line.form().with(further.get()).with(told);
        return new Next.To(network.webhooks.ask(line, address, verb.text("method", "POST"), form, grammar));
    }

    /** The verb's action; without one the next verb follows. */
    Next action(Twiml document, Verb verb, Form told) {
        return verb.find("action")
                .map(action -> ask(document.resolve(action), verb, told))
                .orElse(GO_ON);
    }

    /** What is asked although nobody plays its answer: the caller is gone, or elsewhere. */
    void tell(Twiml document, Verb verb, Form told) {
        verb.find("action").ifPresent(action -> {
            Webhooks.Reply unused = network.webhooks.send(
                    document.resolve(action),
                    "POST",
                    line.form().with(further.get()).with(told));
        });
    }

    /** Waits for other lines. */
    void await(Doing what, Duration longest, BooleanSupplier enough) {
        line.pass(what, longest, enough);
    }
}
