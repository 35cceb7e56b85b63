package org.careline.recording;

import org.careline.store.StoreUnavailable;

/** Counts what is asked of store and carrier, and at one of these kills the process or loses the answer. */
final class Fate {

    /** How a process ends in the middle. */
    static final class Death extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    enum Blow {
        NONE,
        /** Dead before it was carried out. */
        DEAD_BEFORE,
        /** Dead after it was carried out, before its answer came. */
        DEAD_AFTER,
        /** Not carried out, and nobody knows. */
        LOST,
        /** Carried out, and nobody knows. */
        ANSWER_LOST
    }

    private Blow blow = Blow.NONE;
    private int until;
    int asked;

    void strikes(Blow next, int number) {
        blow = next;
        until = number;
    }

    void before() {
        asked++;
        if (until == 1 && (blow == Blow.DEAD_BEFORE || blow == Blow.LOST)) {
            strike();
        }
    }

    void after() {
        if (until == 1 && blow != Blow.NONE) {
            strike();
        }
        until--;
    }

    private void strike() {
        Blow now = blow;
        blow = Blow.NONE;
        until = 0;
        if (now == Blow.DEAD_BEFORE || now == Blow.DEAD_AFTER) {
            throw new Death();
        }
        throw new StoreUnavailable("played");
    }
}
