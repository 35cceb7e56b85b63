package org.careline.store;

import java.util.Optional;
import java.util.function.Supplier;

/** Trying again what lost a guard, for as long as that can be chance. */
public final class Tries {

    /** More lost guards in a row than this means that something else is wrong. */
    static final int MOST = 20;

    private Tries() {}

    /**
     * Does something until its guard held.
     *
     * @param doing what is done, for the exception's message; never contact data
     * @param once reads anew, decides and writes; empty if somebody else was quicker
     * @throws StoreUnavailable if others were quicker too often
     */
    public static <R> R untilHeld(String doing, Supplier<Optional<R>> once) {
        for (int tries = 0; tries < MOST; tries++) {
            Optional<R> held = once.get();
            if (held.isPresent()) {
                return held.get();
            }
        }
        throw new StoreUnavailable(doing + ": others were quicker " + MOST + " times");
    }
}
