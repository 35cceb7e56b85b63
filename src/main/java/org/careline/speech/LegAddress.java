package org.careline.speech;

/** Whose phone a leg rings and for whom, as the leg's addresses say it. */
public interface LegAddress {

    /** As it stands in an address. */
    String text();

    /** The queue in which the caller waits. */
    String queue();
}
