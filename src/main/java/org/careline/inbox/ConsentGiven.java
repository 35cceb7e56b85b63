package org.careline.inbox;

import org.careline.lead.Asked;
import org.jspecify.annotations.Nullable;

/**
 * The boxes a person ticked.
 *
 * @param version the version of the wording that was shown; null if the sender did not say
 */
public record ConsentGiven(
        boolean call,
        boolean text,
        boolean voicemail,
        boolean marketing,
        @Nullable String version) {

    Asked.Consents kept() {
        return new Asked.Consents(call, text, voicemail, marketing, version);
    }
}
