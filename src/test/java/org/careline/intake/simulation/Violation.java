package org.careline.intake.simulation;

/** A promise was broken. The message begins with the promise's name, so that two violations can be told to be alike. */
public final class Violation extends AssertionError {

    private static final long serialVersionUID = 1L;

    private final String promise;

    public Violation(String promise, String found) {
        super(promise + ": " + found);
        this.promise = promise;
    }

    public static void unless(boolean holds, String promise, Object found) {
        if (!holds) {
            throw new Violation(promise, String.valueOf(found));
        }
    }

    public String promise() {
        return promise;
    }
}
