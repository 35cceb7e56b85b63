package org.careline.speech;

import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Hangup;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A finished answer, rendered once and sent many times: a document in UTF-8, or a status without a body. */
public final class WebhookReply {

    /** Stands in a document for what is known only when it is sent. */
    static final String NAME = "the-name-of-the-queue";

    public static final WebhookReply TAKEN = empty(HttpServletResponse.SC_NO_CONTENT);
    public static final WebhookReply FORBIDDEN = empty(HttpServletResponse.SC_FORBIDDEN);
    public static final WebhookReply NOT_FOUND = empty(HttpServletResponse.SC_NOT_FOUND);
    public static final WebhookReply FAILED = empty(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);

    /** Neither the store nor the disk took it: Twilio asks again if its retry policy says so. */
    public static final WebhookReply TRY_AGAIN = empty(HttpServletResponse.SC_SERVICE_UNAVAILABLE);

    private final int status;
    private final String allow;
    private final byte[] twiml;

    private WebhookReply(int status, String allow, byte[] twiml) {
        this.status = status;
        this.allow = allow;
        this.twiml = twiml;
    }

    static WebhookReply of(VoiceResponse document) {
        return new WebhookReply(HttpServletResponse.SC_OK, "", document.toXml().getBytes(StandardCharsets.UTF_8));
    }

    /** The call or the leg ends when all this was said. */
    static WebhookReply ending(VoiceResponse.Builder document) {
        return of(document.hangup(new Hangup.Builder().build()).build());
    }

    /** @param allow the methods that are */
    public static WebhookReply methodNotAllowed(String allow) {
        return new WebhookReply(HttpServletResponse.SC_METHOD_NOT_ALLOWED, allow, new byte[0]);
    }

    private static WebhookReply empty(int status) {
        return new WebhookReply(status, "", new byte[0]);
    }

    /** The same document with this in the place of {@link #NAME}; letters, digits and hyphens. */
    WebhookReply naming(String name) {
        return new WebhookReply(status, allow, twiml().replace(NAME, name).getBytes(StandardCharsets.UTF_8));
    }

    /** The same document, under the status of a failure that may pass. */
    public WebhookReply asFailure() {
        return new WebhookReply(TRY_AGAIN.status, allow, twiml);
    }

    public int status() {
        return status;
    }

    /** The document; empty if there is none. */
    public String twiml() {
        return new String(twiml, StandardCharsets.UTF_8);
    }

    public void writeTo(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        if (!allow.isEmpty()) {
            response.setHeader("Allow", allow);
        }
        if (twiml.length > 0) {
            response.setContentType("text/xml;charset=UTF-8");
        }
        if (status != HttpServletResponse.SC_NO_CONTENT) {
            response.setContentLength(twiml.length);
            response.getOutputStream().write(twiml);
        }
    }
}
