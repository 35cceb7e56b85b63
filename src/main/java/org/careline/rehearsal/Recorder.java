package org.careline.rehearsal;

import java.time.Duration;
import java.time.Instant;
import org.careline.rehearsal.Interruption.LineOver;
import org.careline.rehearsal.LineView.Doing;
import org.careline.rehearsal.Player.Next;
import org.careline.rehearsal.Step.Kind;

/** Records a message, until a key, silence, its longest or the end of the call. */
final class Recorder {

    private static final int SILENCE = 5;
    private static final int LONGEST = 3_600;
    private static final Duration BEEP = Duration.ofSeconds(1);

    private final Network network;
    private final Line line;
    private final Player player;

    Recorder(Network network, Line line, Player player) {
        this.network = network;
        this.line = line;
        this.player = player;
    }

    Next take(Twiml document, Verb verb) {
        if (!verb.text("playBeep", "true").equals("false")) {
            line.hear(BEEP, () -> false);
        }
        line.input.open();
        line.step(Kind.RECORDING, "");
        Instant begin = line.now();
        String keys = verb.text("finishOnKey", "1234567890*#");
        try {
            listen(begin, keys, verb.seconds("timeout", SILENCE), verb.seconds("maxLength", LONGEST));
        } catch (LineOver gone) {
            if (line.input.spoke(line.now())) {
                player.tell(document, verb, taken(document, verb, begin).with("Digits", "hangup"));
            }
            throw gone;
        }
        if (!line.input.spoke(line.now()) && !line.input.pressed()) {
            return Player.GO_ON;
        }
        String key = line.input.keys();
        return after(document, verb, taken(document, verb, begin).with("Digits", key));
    }

    /** Without an action the same document is asked for again: Twilio's endless loop. */
    private Next after(Twiml document, Verb verb, Form told) {
        return player.ask(document.resolve(verb.text("action", "")), verb, told);
    }

    private void listen(Instant begin, String keys, Duration silence, Duration longest) {
        Instant last = begin.plus(longest);
        line.pass(Doing.RECORDS, longest, () -> {
            Instant now = line.now();
            Instant heard = line.input.silentFrom().isAfter(begin) ? line.input.silentFrom() : begin;
            boolean key = line.input.keys().chars().anyMatch(pressed -> keys.indexOf(pressed) >= 0);
            return key || !now.isBefore(heard.plus(silence)) || !now.isBefore(last);
        });
    }

    private Form taken(Twiml document, Verb verb, Instant begin) {
        long seconds = Math.max(1, Duration.between(begin, line.now()).toSeconds());
        Recording recording = network.record(line, "RecordVerb", begin, seconds);
        verb.find("recordingStatusCallback")
                .ifPresent(address -> network.callbacks.recording(recording, document.resolve(address)));
        return recording.action();
    }
}
