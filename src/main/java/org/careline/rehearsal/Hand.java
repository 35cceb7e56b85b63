package org.careline.rehearsal;

import java.time.Duration;
import org.careline.rehearsal.Step.Kind;

/** The hand at a phone that acts by itself, once it was picked up. */
final class Hand {

    private static final Duration THINKS = Duration.ofSeconds(2);
    private static final Duration MENU = Duration.ofMinutes(5);
    private static final Duration MAILBOX = Duration.ofSeconds(30);

    private final Network network;
    private final Line line;
    private final Habit habit;

    Hand(Network network, Line line, Habit habit) {
        this.network = network;
        this.line = line;
        this.habit = habit;
    }

    void holds() {
        switch (habit.kind()) {
            case ACCEPTS -> accepts();
            case SILENT, MAILBOX -> waits(MAILBOX, false);
            default -> {}
        }
    }

    private void accepts() {
        if (listens()) {
            network.exchange.await(THINKS, line::over);
            press();
        }
        network.exchange.await(Line.EVER, () -> line.over() || line.talk != null);
        waits(habit.talk(), true);
    }

    /** Presses 1 as soon as a menu waits for it; the rest is left to whoever picked up. */
    void presses() {
        if (listens()) {
            press();
            network.exchange.changed();
        }
    }

    private boolean listens() {
        network.exchange.await(MENU, () -> line.over() || line.listening || line.talk != null);
        return line.listening;
    }

    private void press() {
        line.ear.press("1");
        line.step(Kind.PRESSED, "1");
    }

    private void waits(Duration time, boolean talks) {
        network.exchange.await(time, () -> line.over() || (talks && line.talk != null && line.talk.over));
        if (!line.over()) {
            line.hungUp = true;
            network.exchange.changed();
        }
    }
}
