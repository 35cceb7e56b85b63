package org.careline.rehearsal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.careline.rehearsal.ActionResult.Done;
import org.careline.rehearsal.ActionResult.NoSuchLine;
import org.careline.rehearsal.ActionResult.NotNow;
import org.careline.rehearsal.Interruption.LineOver;
import org.careline.rehearsal.Interruption.NotUnderstood;
import org.careline.rehearsal.Interruption.Target;
import org.careline.rehearsal.LineView.Doing;
import org.careline.rehearsal.Step.Kind;

/** The network behind its door. */
final class RehearsedNetwork implements PhoneNetwork, AutoCloseable {

    /** The numbers that are nobody's: 555-0100 to 555-0199 of any area (ATIS-0300115). */
    private static final Pattern NOBODYS = Pattern.compile("\\+1\\d{3}55501\\d{2}");

    private static final Pattern NUMBER = Pattern.compile("\\+[1-9]\\d{6,14}");

    private final NetworkTime networkTime;
    private final Network network;

    RehearsedNetwork(NetworkTime networkTime, Clinic clinic) {
        this.networkTime = networkTime;
        this.network = new Network(networkTime, clinic);
    }

    Network network() {
        return network;
    }

    NetworkTime time() {
        return networkTime;
    }

    @Override
    public String call(String from, String to) {
        if (!from.equals(WITHHELD) && !NOBODYS.matcher(from).matches()) {
            throw new IllegalArgumentException("A rehearsed caller has a number of 555-01xx, or withholds it");
        }
        if (!NUMBER.matcher(to).matches()) {
            throw new IllegalArgumentException("A number is + and 7 to 15 digits");
        }
        return networkTime.locked(() -> {
            Line line =
                    network.place(new CallOrigin(Optional.empty(), "inbound", from, to, Optional.empty(), Set.of()));
            line.status = "ringing";
            networkTime.start(() -> comesIn(line));
            return line.sid;
        });
    }

    private void comesIn(Line line) {
        try {
            Player.playCall(network, line, new Target.At(network.clinic.voice()));
        } catch (NotUnderstood no) {
            network.refuse(line, no);
        } catch (LineOver gone) {
            line.hungUp = true;
        } finally {
            network.end(line, line.isAnswered() ? "completed" : "no-answer");
        }
    }

    /** Rings a phone for the REST API. */
    Line ring(CallOrigin origin, Duration ring, Target document) {
        return networkTime.locked(() -> {
            Line leg = network.place(origin);
            networkTime.start(() -> new CalledPhone(network, leg, ring).called(document));
            return leg;
        });
    }

    @Override
    public ActionResult act(String sid, PhoneAction act) {
        return networkTime.locked(() -> {
            Optional<Line> found = network.line(sid);
            ActionResult acted = found.map(line -> line.over() ? new NotNow("The call is over") : acted(line, act))
                    .orElseGet(NoSuchLine::new);
            networkTime.changed();
            return acted;
        });
    }

    private ActionResult acted(Line line, PhoneAction act) {
        if (act instanceof PhoneAction.HangUp) {
            line.hungUp = true;
            return new Done();
        }
        if (!line.origin.inbound() && !line.isAnswered()) {
            return line.doing == Doing.RINGS ? atRingingPhone(line, act) : new NotNow("It does not ring");
        }
        if (act instanceof PhoneAction.Press press) {
            line.input.press(press.keys());
            line.step(Kind.PRESSED, press.keys());
        } else if (act instanceof PhoneAction.Say say) {
            line.input.say(say.words(), networkTime.now());
            line.step(Kind.SPOKE, say.words());
        } else if (act instanceof PhoneAction.Speak speak) {
            line.input.speak(speak.length(), networkTime.now());
            line.step(Kind.SPOKE, speak.length().toSeconds() + " s");
        } else if (act instanceof PhoneAction.Skip) {
            line.skipped = true;
        } else {
            return new NotNow("It does not ring");
        }
        return new Done();
    }

    private static ActionResult atRingingPhone(Line line, PhoneAction act) {
        if (act instanceof PhoneAction.PickUp
                || act instanceof PhoneAction.Accept
                || act instanceof PhoneAction.LetMailbox) {
            line.pickedUp = true;
            line.accepting = act instanceof PhoneAction.Accept;
            line.mailbox = act instanceof PhoneAction.LetMailbox;
        } else if (act instanceof PhoneAction.Decline) {
            line.declined = true;
        } else {
            return new NotNow("Nobody has picked up yet");
        }
        return new Done();
    }

    /** How a phone answers by itself from now on; a phone of which nothing was said waits for {@link #act}. */
    void behaviour(String number, PhoneBehaviour behaviour) {
        networkTime.locked(() -> {
            network.behaviour(number, behaviour);
            return true;
        });
    }

    @Override
    public void faults(Faults faults) {
        networkTime.locked(() -> {
            network.callbacks.faults(faults);
            return true;
        });
    }

    @Override
    public Optional<LineView> line(String sid) {
        return networkTime.locked(() -> network.line(sid).map(Line::view));
    }

    @Override
    public NetworkView view() {
        long version = networkTime.version();
        List<LineView> lines = networkTime.locked(
                () -> network.lines().stream().map(Line::view).toList());
        return new NetworkView(version, lines);
    }

    @Override
    public long version() {
        return networkTime.version();
    }

    @Override
    public void close() {
        networkTime.close();
    }
}
