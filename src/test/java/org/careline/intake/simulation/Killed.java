package org.careline.intake.simulation;

/** The process ends here: no code of it may run on, and none may catch this. */
public final class Killed extends Error {

    private static final long serialVersionUID = 1L;

    public Killed() {
        super("killed", null, false, false);
    }
}
