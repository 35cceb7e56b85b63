package org.careline.carrier;

/**
 * What the carrier does when a number is called. Texts are empty where nothing is set.
 *
 * @param sid the number's identity at the carrier, {@code PN} and 32 hex digits
 * @param number E.164
 * @param voice who answers a call
 * @param fallbackUrl who answers if they cannot
 * @param status who is told of a call's end
 * @param trunk a SIP trunk that takes the calls instead of all of the above
 * @param application an application whose addresses count instead
 */
public record NumberSetup(
        String sid, String number, Hook voice, String fallbackUrl, Hook status, String trunk, String application) {

    /** An address that the carrier asks, and how: {@code POST} or {@code GET}. */
    public record Hook(String url, String method) {}
}
