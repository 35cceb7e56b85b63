package org.careline.rehearsal;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.careline.rehearsal.Interruption.LineOver;
import org.careline.rehearsal.Interruption.NotUnderstood;
import org.careline.rehearsal.LineView.Doing;

/** A phone that the network rings, from its first sound to the end. */
final class CalledPhone {

    /** Twilio, {@code <Dial> timeout} and Call resource: it adds 5 seconds for what a network is slow. */
    private static final Duration TWILIO_ADDS = Duration.ofSeconds(5);

    private static final Duration SET_UP = Duration.ofSeconds(1);

    private final Network network;
    private final Line leg;
    private final Duration ring;

    CalledPhone(Network network, Line leg, Duration ring) {
        this.network = network;
        this.leg = leg;
        this.ring = ring;
    }

    /** It rings no more: whoever was called for does not wait. */
    static void cancel(Line leg) {
        leg.hungUp = true;
    }

    /** For a line that waits; its document, if it has one, decides whether the two are connected. */
    void dialled(Optional<URI> whisper) {
        ended(() -> {
            leg.accepted = whisper.map(this::connects).orElse(true);
            if (leg.accepted) {
                network.time.changed();
                network.time.await(Line.EVER, () -> leg.hungUp || leg.parted());
            }
        });
    }

    private boolean connects(URI document) {
        Player player = new Player(network, leg, Grammar.WHISPER, () -> Form.EMPTY);
        return player.play(network.webhooks.ask(leg, document, "POST", leg.form(), Grammar.WHISPER));
    }

    /** Rung over REST: a call of its own. */
    void called(Interruption.Target document) {
        ended(() -> Player.playCall(network, leg, document));
    }

    private void ended(Runnable answered) {
        String end = "completed";
        try {
            Optional<String> failed = rings();
            if (failed.isPresent()) {
                end = failed.get();
            } else {
                answered.run();
            }
        } catch (NotUnderstood no) {
            network.refuse(leg, no);
        } catch (LineOver gone) {
            end = leg.isAnswered() ? "completed" : "canceled";
        } finally {
            network.end(leg, end);
        }
    }

    /** @return how it ended, if nobody picked up */
    private Optional<String> rings() {
        leg.status = "initiated";
        network.callbacks.progress(leg, "initiated");
        leg.status = "queued";
        leg.pass(Doing.STARTS, SET_UP, () -> false);
        PhoneBehaviour behaviour = network.behaviour(leg.phone());
        if (behaviour.kind() == PhoneBehaviour.Kind.BUSY || behaviour.kind() == PhoneBehaviour.Kind.UNREACHABLE) {
            return Optional.of(behaviour.kind() == PhoneBehaviour.Kind.BUSY ? "busy" : "failed");
        }
        leg.status = "ringing";
        network.callbacks.progress(leg, "ringing");
        return picked(behaviour) ? Optional.empty() : Optional.of(leg.declined ? "busy" : "no-answer");
    }

    private boolean picked(PhoneBehaviour behaviour) {
        Instant act = network.time.now().plus(behaviour.after());
        leg.pass(Doing.RINGS, ring.plus(TWILIO_ADDS), () -> acted() || byItself(behaviour, act));
        if (leg.declined || !leg.pickedUp) {
            return false;
        }
        leg.answer();
        network.callbacks.progress(leg, "answered");
        AutoAnswer hand = new AutoAnswer(network, leg, leg.mailbox ? PhoneBehaviour.MAILBOX : behaviour);
        network.time.start(leg.accepting ? hand::presses : hand::holds);
        return true;
    }

    private boolean acted() {
        return leg.pickedUp || leg.declined;
    }

    private boolean byItself(PhoneBehaviour behaviour, Instant act) {
        if (network.time.now().isBefore(act)) {
            return false;
        }
        switch (behaviour.kind()) {
            case ACCEPTS, SILENT -> leg.pickedUp = true;
            case MAILBOX -> {
                leg.pickedUp = true;
                leg.mailbox = true;
            }
            case DECLINES -> leg.declined = true;
            default -> {}
        }
        return acted();
    }
}
