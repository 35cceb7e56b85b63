package org.careline.rehearsal;

import java.time.Duration;
import org.careline.rehearsal.Step.Kind;

/** The hand at a phone that acts by itself, once it was picked up. */
final class AutoAnswer {

    private static final Duration THINKS = Duration.ofSeconds(2);
    private static final Duration MENU = Duration.ofMinutes(5);
    private static final Duration MAILBOX = Duration.ofSeconds(30);

    private final Network network;
    private final Line line;
    private final PhoneBehaviour behaviour;

    AutoAnswer(Network network, Line line, PhoneBehaviour behaviour) {
        this.network = network;
        this.line = line;
        this.behaviour = behaviour;
    }

    void holds() {
        switch (behaviour.kind()) {
            case ACCEPTS -> accepts();
            case SILENT, MAILBOX -> waits(MAILBOX, false);
            default -> {}
        }
    }

    private void accepts() {
        if (listens()) {
            network.time.await(THINKS, line::over);
            press();
        }
        network.time.await(Line.EVER, () -> line.over() || line.talk.isPresent());
        waits(behaviour.talk(), true);
    }

    /** Presses 1 as soon as a menu waits for it; the rest is left to whoever picked up. */
    void presses() {
        if (listens()) {
            press();
            network.time.changed();
        }
    }

    private boolean listens() {
        network.time.await(MENU, () -> line.over() || line.listening || line.talk.isPresent());
        return line.listening;
    }

    private void press() {
        line.input.press("1");
        line.step(Kind.PRESSED, "1");
    }

    private void waits(Duration time, boolean talks) {
        network.time.await(time, () -> line.over() || (talks && line.parted()));
        if (!line.over()) {
            line.hungUp = true;
            network.time.changed();
        }
    }
}
