package org.careline.rehearsal;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.careline.rehearsal.Interruption.Dequeued;
import org.careline.rehearsal.Interruption.Left;
import org.careline.rehearsal.Interruption.LineOver;
import org.careline.rehearsal.Interruption.NotUnderstood;
import org.careline.rehearsal.Interruption.Redirected;
import org.careline.rehearsal.LineView.Doing;
import org.careline.rehearsal.Player.Next;
import org.careline.rehearsal.Step.Kind;

/** Waits in a queue, or takes who waits longest out of one. */
final class Queueing {

    private static final int WAIT = 30;
    private static final int LONGEST_TALK = 14_400;
    private static final Duration MUSIC = Duration.ofMinutes(1);
    private static final Duration MOMENT = Duration.ofSeconds(1);

    private final Network network;
    private final Line line;
    private final Player player;

    Queueing(Network network, Line line, Player player) {
        this.network = network;
        this.line = line;
        this.player = player;
    }

    Next enqueue(Twiml document, Verb verb) {
        Queue queue = network.queueFor(verb.text());
        if (queue.full()) {
            return player.action(document, verb, result("queue-full", queue, 0));
        }
        Waiting entry = queue.add(line, line.now());
        line.step(Kind.QUEUED, queue.name);
        try {
            String result = waits(document, verb, entry);
            return player.action(document, verb, result(result, queue, entry));
        } catch (LineOver gone) {
            player.tell(document, verb, result("hangup", queue, entry));
            throw gone;
        } catch (Redirected elsewhere) {
            player.tell(document, verb, result("redirected", queue, entry));
            throw elsewhere;
        } catch (NotUnderstood no) {
            network.refuse(line, no);
            return player.action(document, verb, result("error", queue, entry));
        } finally {
            queue.remove(entry);
            line.waiting = Optional.empty();
        }
    }

    private String waits(Twiml document, Verb verb, Waiting entry) {
        line.waiting = Optional.of(entry);
        Optional<URI> sound = verb.find("waitUrl").map(document::resolve);
        try {
            while (true) {
                boolean runsOut = hears(sound, verb.text("waitUrlMethod", "POST"), entry);
                if (!runsOut) {
                    throw new LineOver();
                }
            }
        } catch (Left left) {
            return "leave";
        } catch (Dequeued taken) {
            line.waiting = Optional.empty();
            return bridged(entry);
        }
    }

    /** Its document is asked for again whenever it runs out, though not more than once a second. */
    private boolean hears(Optional<URI> sound, String method, Waiting entry) {
        if (sound.isEmpty()) {
            line.pass(Doing.QUEUES, MUSIC, () -> false);
            return true;
        }
        Instant begin = line.now();
        Player waiting = new Player(network, line, Grammar.WAIT, () -> entry.queue.form(entry, line.now()));
        Form form = line.form().with(entry.queue.form(entry, begin));
        boolean runsOut = waiting.play(network.webhooks.ask(line, sound.get(), method, form, Grammar.WAIT));
        if (runsOut && line.now().isBefore(begin.plus(MOMENT))) {
            line.pass(Doing.QUEUES, MOMENT, () -> false);
        }
        return runsOut;
    }

    private String bridged(Waiting entry) {
        entry.before.ifPresent(before -> hears(before, entry));
        entry.ready = true;
        network.time.changed();
        network.time.await(Line.EVER, () -> entry.done || line.hungUp || line.redirect.isPresent());
        if (line.hungUp) {
            throw new LineOver();
        }
        return "bridged";
    }

    private void hears(URI before, Waiting entry) {
        Form form = line.form()
                .with("QueueSid", entry.queue.sid)
                .with("QueueTime", String.valueOf(Queue.seconds(entry, line.now())))
                .with("DequeingCallSid", entry.taker.orElseThrow().sid);
        boolean unused = new Player(network, line, Grammar.BEFORE_BRIDGE, () -> Form.EMPTY)
                .play(network.webhooks.ask(line, before, "POST", form, Grammar.BEFORE_BRIDGE));
    }

    private Form result(String result, Queue queue, Waiting entry) {
        line.step(Kind.UNQUEUED, entry.taken() && result.equals("hangup") ? "bridged" : result);
        return result(
                entry.taken() && result.equals("hangup") && entry.done ? "bridged" : result,
                queue,
                Queue.seconds(entry, entry.taken() ? entry.takenAt : line.now()));
    }

    private static Form result(String result, Queue queue, long seconds) {
        return Form.EMPTY
                .with("QueueResult", result)
                .with("QueueSid", queue.sid)
                .with("QueueTime", String.valueOf(seconds));
    }

    /** Takes the first out of a queue, for whom an empty one is waited. */
    Next dial(Twiml document, Verb dial, Verb noun) {
        Optional<Queue> queue = network.queue(noun.text());
        if (queue.isEmpty()) {
            network.refuse(line, new NotUnderstood("<Queue> of a name that no queue has"));
            return player.action(document, dial, Form.EMPTY.with("DialCallStatus", "failed"));
        }
        player.await(
                Doing.QUEUES, dial.seconds("timeout", WAIT), () -> !queue.get().isEmpty());
        Optional<Waiting> first = queue.get().takeFirst(line);
        return first.map(entry -> talk(document, dial, noun, entry))
                .orElseGet(() -> player.action(document, dial, Form.EMPTY.with("DialCallStatus", "no-answer")));
    }

    private Next talk(Twiml document, Verb dial, Verb noun, Waiting entry) {
        entry.takenAt = line.now();
        entry.before = noun.find("url").map(document::resolve);
        network.time.changed();
        try {
            player.await(Doing.QUEUES, Line.EVER, () -> entry.ready || entry.line.hungUp);
        } catch (Interruption gone) {
            entry.done = true;
            throw gone;
        }
        long seconds =
                entry.ready ? new Bridge(network).talk(line, entry.line, dial.seconds("timeLimit", LONGEST_TALK)) : 0;
        entry.done = true;
        network.time.changed();
        Form told = Form.EMPTY
                .with("DialCallStatus", entry.ready ? "completed" : "canceled")
                .with("DialCallSid", entry.line.sid)
                .with("DialCallDuration", String.valueOf(seconds))
                .with("DialBridged", String.valueOf(entry.ready));
        if (line.hungUp) {
            player.tell(document, dial, told);
            throw new LineOver();
        }
        return player.action(document, dial, told);
    }
}
