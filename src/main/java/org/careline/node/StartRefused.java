package org.careline.node;

/** The process must not start as it is set up. Shown to the operator without a stack trace. */
public final class StartRefused extends RuntimeException {

    private final String action;

    /**
     * A refusal in words for the operator.
     *
     * @param description what is wrong, with the folder, file or setting
     * @param action what to do about it
     */
    public StartRefused(String description, String action) {
        super(description);
        this.action = action;
    }

    /** What the operator can do about it. */
    public String action() {
        return action;
    }
}
