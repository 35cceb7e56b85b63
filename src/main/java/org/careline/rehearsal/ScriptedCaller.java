package org.careline.rehearsal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.careline.rehearsal.LineView.Doing;
import org.careline.rehearsal.RehearsalScript.Caller;

/** Calls and does what the script says, beside everything else on the network. */
final class ScriptedCaller {

    /** How long a caller waits for what must come before the next act. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final RehearsedNetwork network;
    private final NetworkTime networkTime;
    private final Caller caller;
    private final String key;
    private final List<Mismatch> misses = new ArrayList<>();
    private Optional<Line> line = Optional.empty();
    private int heard;
    private boolean done;

    /** @param key of this caller in the script */
    ScriptedCaller(RehearsedNetwork network, Caller caller, String key) {
        this.network = network;
        this.networkTime = network.time();
        this.caller = caller;
        this.key = key;
    }

    void start() {
        networkTime.start(() -> {
            try {
                plays();
            } finally {
                done = true;
            }
        });
    }

    boolean over() {
        return networkTime.locked(() -> done && line.map(Line::over).orElse(false));
    }

    LineView line() {
        return networkTime.locked(() -> line.orElseThrow().view());
    }

    List<Mismatch> misses() {
        return networkTime.locked(() -> List.copyOf(misses));
    }

    private void plays() {
        networkTime.await(caller.after(), () -> false);
        String sid = network.call(caller.number(), caller.to());
        Line mine = network.network().line(sid).orElseThrow();
        line = Optional.of(mine);
        for (int act = 0; act < caller.does().size() && misses.isEmpty(); act++) {
            String text = caller.does().get(act);
            String at = key + ".does[" + act + "]";
            ScriptCommand.read(text).ifPresent(deed -> does(mine, deed, at, text));
        }
    }

    private void does(Line mine, ScriptCommand deed, String at, String text) {
        if (deed instanceof ScriptCommand.Wait wait) {
            networkTime.await(wait.time(), mine::over);
        } else if (deed instanceof ScriptCommand.Press press) {
            when(mine, at, text, () -> mine.listening || records(mine), new PhoneAction.Press(press.keys()));
        } else if (deed instanceof ScriptCommand.Say say) {
            when(mine, at, text, () -> mine.listening || records(mine), new PhoneAction.Say(say.words()));
        } else if (deed instanceof ScriptCommand.LeaveMessage message) {
            when(mine, at, text, () -> records(mine), new PhoneAction.Speak(message.length()));
            networkTime.await(message.length(), mine::over);
        } else if (deed instanceof ScriptCommand.Hear hear) {
            hears(mine, at, hear.words());
        } else {
            ActionResult unused = network.act(mine.sid, new PhoneAction.HangUp());
        }
    }

    private static boolean records(Line mine) {
        return mine.doing == Doing.RECORDS;
    }

    private void when(Line mine, String at, String text, BooleanSupplier ready, PhoneAction act) {
        networkTime.await(PATIENCE, () -> ready.getAsBoolean() || mine.over());
        if (mine.over() || !ready.getAsBoolean()) {
            misses.add(new Mismatch(at, mine.over() ? "the call is over" : "nothing listens", text));
            return;
        }
        ActionResult unused = network.act(mine.sid, act);
        networkTime.changed();
    }

    private void hears(Line mine, String at, String words) {
        networkTime.await(PATIENCE, () -> mine.view().said(heard, words) >= 0 || mine.over());
        int found = mine.view().said(heard, words);
        if (found < 0) {
            misses.add(new Mismatch(at, "other words: " + mine.view().lastSaid().orElse("nothing was said"), words));
        }
        heard = found + 1;
    }
}
