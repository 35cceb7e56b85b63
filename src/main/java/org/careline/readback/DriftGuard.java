package org.careline.readback;

/**
 * Compares what the carrier does when the clinic's numbers are called with what it must do. An empty voice address there
 * makes every call fail at once and tells nobody.
 */
public interface DriftGuard {

    /** Asks the carrier now, and blocks until it answers or is given up. */
    DriftReport look();

    /**
     * Sets the addresses of every number that drifted, and looks again. What the carrier's API cannot take away, a trunk or
     * an application, is left to a person, and so still reported.
     */
    DriftReport repair();
}
