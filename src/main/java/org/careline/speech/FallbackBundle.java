package org.careline.speech;

/**
 * Documents for another host, which answer callers when this application cannot. They need nothing of ours: the calls that
 * they took are read back from the carrier's lists afterwards.
 */
public interface FallbackBundle {

    /** Where the goodbye lies if it is beside the answer. */
    String GOODBYE_BESIDE = "fallback-goodbye.xml";

    /**
     * Greets, says the crisis sentence, rings the on-call phone if there is one, and takes a message.
     *
     * @param goodbye the address of {@link #goodbye()}, absolute or relative to this document's own
     */
    String answer(String goodbye);

    /** Thanks for a message and ends the call. */
    String goodbye();
}
