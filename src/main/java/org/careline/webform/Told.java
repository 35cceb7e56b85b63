package org.careline.webform;

import java.time.Instant;
import org.careline.consent.CallPromise;

/**
 * What somebody was told when they sent a form. Looked at again later, the receipt page says the same.
 *
 * @param askedAt when they sent it
 */
record Told(CallPromise promise, Instant askedAt) {}
