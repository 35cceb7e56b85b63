package org.careline.intake.simulation;

import java.io.IOException;
import org.careline.store.StoreUnavailable;

/** How the way to the store is: open, closed, or open with answers that get lost. */
public final class Weather {

    private boolean down;
    private int answersToLose;
    private int answersLost;

    public void goDown() {
        down = true;
    }

    public void comeUp() {
        down = false;
    }

    /** The answers to the next writes get lost, after some or all of their work was done. */
    public void loseAnswers(int count) {
        answersToLose += count;
    }

    /** Nothing bad happens any more. */
    public void clearUp() {
        down = false;
        answersToLose = 0;
    }

    boolean losesThisAnswer() {
        if (answersToLose == 0) {
            return false;
        }
        answersToLose--;
        answersLost++;
        return true;
    }

    public boolean isDown() {
        return down;
    }

    public int answersLost() {
        return answersLost;
    }

    void mustBeUp(String doing) {
        if (down) {
            throw unavailable(doing);
        }
    }

    static StoreUnavailable unavailable(String doing) {
        return new StoreUnavailable(doing, new IOException("no answer"));
    }
}
