package org.careline.api;

import java.util.Locale;

/** What a token may do. */
enum ApiScope {
    /** Sends inquiries and asks what became of them: a website, a partner. */
    INQUIRIES,
    /** Reads leads, the queue, recordings and whatever waits for a person. */
    LEADS,
    /** Changes leads and says who is here. */
    WORK,
    /** Compares and sets the carrier's setup, and reads the fallback's documents. */
    TELEPHONY,
    /** Reads the metrics. */
    METRICS;

    /** As it is written in {@code api-clients.yaml} and told to callers. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
