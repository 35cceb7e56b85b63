package org.careline.webform;

import java.time.Instant;
import org.careline.lead.Channel;
import org.careline.lead.SourceId;

/**
 * The token of a fetched form.
 *
 * @param text the token as the form carries it
 * @param issuedAt when the form was fetched
 */
record FormToken(String text, Instant issuedAt) {

    /** The identity of the inquiry that the form makes. */
    SourceId source() {
        return SourceId.of(Channel.FORM, text);
    }
}
