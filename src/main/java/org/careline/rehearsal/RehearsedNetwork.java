package org.careline.rehearsal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.careline.rehearsal.Acted.Done;
import org.careline.rehearsal.Acted.NoSuchLine;
import org.careline.rehearsal.Acted.NotNow;
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

    private final Exchange exchange;
    private final Network network;

    RehearsedNetwork(Exchange exchange, Clinic clinic) {
        this.exchange = exchange;
        this.network = new Network(exchange, clinic);
    }

    Network network() {
        return network;
    }

    Exchange exchange() {
        return exchange;
    }

    @Override
    public String call(String from, String to) {
        if (!from.equals(WITHHELD) && !NOBODYS.matcher(from).matches()) {
            throw new IllegalArgumentException("A rehearsed caller has a number of 555-01xx, or withholds it");
        }
        if (!NUMBER.matcher(to).matches()) {
            throw new IllegalArgumentException("A number is + and 7 to 15 digits");
        }
        return exchange.locked(() -> {
            Line line = network.place(new Placing(null, "inbound", from, to, null, Set.of()));
            line.status = "ringing";
            exchange.start(() -> comesIn(line));
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
            network.end(line, line.answered == null ? "no-answer" : "completed");
        }
    }

    /** Rings a phone for the REST API. */
    Line ring(Placing placing, Duration ring, Target document) {
        return exchange.locked(() -> {
            Line leg = network.place(placing);
            exchange.start(() -> new CalledPhone(network, leg, ring).called(document));
            return leg;
        });
    }

    @Override
    public Acted act(String sid, Act act) {
        return exchange.locked(() -> {
            Optional<Line> found = network.line(sid);
            Acted acted = found.map(line -> line.over() ? new NotNow("The call is over") : acted(line, act))
                    .orElseGet(NoSuchLine::new);
            exchange.changed();
            return acted;
        });
    }

    private Acted acted(Line line, Act act) {
        if (act instanceof Act.HangUp) {
            line.hungUp = true;
            return new Done();
        }
        if (!line.placing.inbound() && line.answered == null) {
            return line.doing == Doing.RINGS ? atRingingPhone(line, act) : new NotNow("It does not ring");
        }
        if (act instanceof Act.Press press) {
            line.ear.press(press.keys());
            line.step(Kind.PRESSED, press.keys());
        } else if (act instanceof Act.Say say) {
            line.ear.say(say.words(), exchange.now());
            line.step(Kind.SPOKE, say.words());
        } else if (act instanceof Act.Speak speak) {
            line.ear.speak(speak.length(), exchange.now());
            line.step(Kind.SPOKE, speak.length().toSeconds() + " s");
        } else if (act instanceof Act.Skip) {
            line.skipped = true;
        } else {
            return new NotNow("It does not ring");
        }
        return new Done();
    }

    private static Acted atRingingPhone(Line line, Act act) {
        if (act instanceof Act.PickUp || act instanceof Act.Accept || act instanceof Act.LetMailbox) {
            line.pickedUp = true;
            line.accepting = act instanceof Act.Accept;
            line.mailbox = act instanceof Act.LetMailbox;
        } else if (act instanceof Act.Decline) {
            line.declined = true;
        } else {
            return new NotNow("Nobody has picked up yet");
        }
        return new Done();
    }

    @Override
    public void habit(String number, Habit habit) {
        exchange.locked(() -> {
            network.habit(number, habit);
            return true;
        });
    }

    @Override
    public void faults(Faults faults) {
        exchange.locked(() -> {
            network.callbacks.faults(faults);
            return true;
        });
    }

    @Override
    public Optional<LineView> line(String sid) {
        return exchange.locked(() -> network.line(sid).map(Line::view));
    }

    @Override
    public NetworkView view() {
        long version = exchange.version();
        List<LineView> lines =
                exchange.locked(() -> network.lines().stream().map(Line::view).toList());
        return new NetworkView(version, lines);
    }

    @Override
    public long version() {
        return exchange.version();
    }

    @Override
    public void close() {
        exchange.close();
    }
}
