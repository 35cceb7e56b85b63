package org.careline.rehearsal;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.careline.rehearsal.Interruption.LineOver;
import org.careline.rehearsal.Interruption.NotUnderstood;
import org.careline.rehearsal.LineView.Doing;
import org.careline.rehearsal.Player.Next;
import org.careline.rehearsal.Step.Kind;

/** Rings phones for a line and bridges it with the first that was picked up and let itself be connected. */
final class Dialling {

    private static final int RING = 30;
    private static final int LONGEST_TALK = 14_400;
    private static final int MOST_PHONES = 10;

    private final Network network;
    private final Line line;
    private final Player player;

    Dialling(Network network, Line line, Player player) {
        this.network = network;
        this.line = line;
        this.player = player;
    }

    Next dial(Twiml document, Verb dial) {
        List<Verb> phones = dial.children();
        if (phones.size() == 1 && phones.get(0).name().equals("Queue")) {
            return new Queueing(network, line, player).dial(document, dial, phones.get(0));
        }
        List<Verb> numbers = phones.isEmpty() ? List.of(new Verb("Number", Map.of(), dial.text(), List.of())) : phones;
        if (numbers.size() > MOST_PHONES
                || numbers.stream().anyMatch(each -> !each.name().equals("Number"))) {
            throw new NotUnderstood("<Dial> with these nouns: at most ten numbers, or one queue");
        }
        return dial(document, dial, numbers, shown(dial));
    }

    /** Twilio refuses a caller ID that is neither of the call nor of the account (error 13214). */
    private String shown(Verb dial) {
        String shown = dial.text("callerId", line.origin.from());
        if (Set.of(line.origin.from(), line.origin.to()).contains(shown) || network.isClinics(shown)) {
            return shown;
        }
        throw new NotUnderstood("a callerId that is neither the caller's nor the clinic's (13214)");
    }

    private Next dial(Twiml document, Verb dial, List<Verb> numbers, String shown) {
        Duration ring = dial.seconds("timeout", RING);
        List<Line> legs = new ArrayList<>();
        for (Verb number : numbers) {
            legs.add(ring(document, number, shown, ring));
        }
        try {
            player.await(Doing.WAITS_FOR_PHONES, Line.EVER, () -> settled(legs));
        } catch (Interruption gone) {
            legs.forEach(CalledPhone::cancel);
            throw gone;
        }
        Optional<Line> winner = legs.stream().filter(leg -> leg.accepted).findFirst();
        legs.stream().filter(leg -> !leg.accepted).forEach(CalledPhone::cancel);
        long talked = winner.map(leg -> talk(document, dial, leg)).orElse(0L);
        return player.action(document, dial, told(winner.orElse(legs.get(0)), winner.isPresent(), talked));
    }

    private Line ring(Twiml document, Verb number, String shown, Duration ring) {
        Optional<URI> status = number.find("statusCallback").map(document::resolve);
        Set<String> events =
                Set.of(number.text("statusCallbackEvent", "completed").split(" ", -1));
        Line leg =
                network.place(new CallOrigin(Optional.of(line), "outbound-dial", shown, number.text(), status, events));
        line.step(Kind.RINGS, number.text());
        Optional<URI> whisper = number.find("url").map(document::resolve);
        network.time.start(() -> new CalledPhone(network, leg, ring).dialled(whisper));
        return leg;
    }

    /** Whoever picks up first is heard out, and the others ring no more. */
    private static boolean settled(List<Line> legs) {
        legs.stream()
                .filter(Line::isAnswered)
                .findFirst()
                .ifPresent(first -> legs.stream().filter(leg -> leg != first).forEach(CalledPhone::cancel));
        return legs.stream().anyMatch(leg -> leg.accepted) || legs.stream().allMatch(Line::over);
    }

    private long talk(Twiml document, Verb dial, Line leg) {
        line.answer();
        long seconds = new Bridge(network).talk(line, leg, dial.seconds("timeLimit", LONGEST_TALK));
        if (dial.text("record", "do-not-record").startsWith("record")) {
            Recording recording =
                    network.record(line, "DialVerb", line.now().minusSeconds(seconds), Math.max(1, seconds));
            dial.find("recordingStatusCallback")
                    .ifPresent(address -> network.callbacks.recording(recording, document.resolve(address)));
        }
        if (line.hungUp) {
            player.tell(document, dial, told(leg, true, seconds));
            throw new LineOver();
        }
        return seconds;
    }

    /** A phone that was picked up but not connected has completed too; only {@code DialBridged} tells. */
    private static Form told(Line leg, boolean bridged, long seconds) {
        String status = leg.isAnswered() ? "completed" : leg.status;
        Form form = Form.EMPTY
                .with("DialCallStatus", status)
                .with("DialCallSid", leg.sid)
                .with("DialBridged", String.valueOf(bridged));
        return leg.isAnswered() ? form.with("DialCallDuration", String.valueOf(seconds)) : form;
    }
}
