package org.careline.inbox;

import java.util.Optional;
import java.util.Set;
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

    /** @param boxes of {@link InquiryFields#BOXES} */
    static ConsentGiven ticked(Set<String> boxes, Optional<String> version) {
        return new ConsentGiven(
                boxes.contains("call"),
                boxes.contains("text"),
                boxes.contains("voicemail"),
                boxes.contains("marketing"),
                version.orElse(null));
    }

    Asked.Consents kept() {
        return new Asked.Consents(call, text, voicemail, marketing, version);
    }
}
