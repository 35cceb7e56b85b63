package org.careline.lead;

/** The lanes of the queue, the most urgent first. Their codes, {@code L0} to {@code L6}, are stored and shown. */
public enum Lane {
    SAFETY,
    /** Ringing or holding now. */
    ON_THE_LINE,
    /** A promised time is due. */
    PROMISED,
    /** Not yet answered. */
    FIRST_RESPONSE,
    /** An inbound message waits, or what came of a talk is to be noted. */
    MESSAGE,
    /** A step of a cadence, or a promised time that is not due yet. */
    FOLLOW_UP,
    /** Review and merge work. */
    REVIEW;

    /** What it is called in the store and in the API; codes sort as the lanes do. */
    public String code() {
        return "L" + ordinal();
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
