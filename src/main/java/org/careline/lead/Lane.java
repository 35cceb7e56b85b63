package org.careline.lead;

/** The lanes of the queue, the most urgent first. Their codes, {@code L0} to {@code L6}, are stored and shown. */
public enum Lane {
    SAFETY("L0"),
    /** Ringing or holding now. */
    ON_THE_LINE("L1"),
    /** A promised time is due. */
    PROMISED("L2"),
    /** Not yet answered. */
    FIRST_RESPONSE("L3"),
    /** An inbound message waits, or what came of a talk is to be noted. */
    MESSAGE("L4"),
    /** A step of a cadence, or a promised time that is not due yet. */
    FOLLOW_UP("L5"),
    /** Review and merge work. */
    REVIEW("L6");

    private final String code;

    Lane(String code) {
        this.code = code;
    }

    /** What it is called in the store and in the API; codes sort as the lanes do. */
    public String code() {
        return code;
    }

    /**
     * The lane of this code.
     *
     * @throws IllegalArgumentException if there is none
     */
    static Lane ofCode(String code) {
        for (Lane lane : values()) {
            if (lane.code().equals(code)) {
                return lane;
            }
        }
        throw new IllegalArgumentException("No lane has this code");
    }
}
