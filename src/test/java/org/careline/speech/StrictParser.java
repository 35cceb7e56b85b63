package org.careline.speech;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.twiml.TwiMLException;
import com.twilio.twiml.VoiceResponse;

/** Twilio's own parser of documents, which refuses unknown verbs, attributes, nestings and values. */
public final class StrictParser {

    /** It knows one input of a menu at a time, though the reference allows both (Twilio, "Gather: input"). */
    private static final String BOTH_INPUTS = "input=\"dtmf speech\"";

    private static final String ONE_INPUT = "input=\"dtmf\"";

    private StrictParser() {}

    public static void accepts(WebhookReply reply) throws TwiMLException {
        String twiml = reply.twiml().replace(BOTH_INPUTS, ONE_INPUT);

        assertThat(VoiceResponse.Builder.fromXml(twiml).build().toXml()).isEqualTo(twiml);
    }
}
