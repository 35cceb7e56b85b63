package org.careline.embedded;

/** Refuses. */
final class Gate {

    private Gate() {}

    static void check(Command command) {}
}
