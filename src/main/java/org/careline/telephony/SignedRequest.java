package org.careline.telephony;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.careline.web.UrlEncoded;

/**
 * A request below {@code /twilio}, as raw as the container gives it: neither {@code getParameter} nor a decoded path is
 * used, for Twilio signs what it sent.
 *
 * @param target the raw path with its raw query
 * @param query the raw query; empty if there is none
 * @param form whether the body says that it is a URL-encoded form
 * @param port the port on which it came in
 */
record SignedRequest(boolean get, String target, String query, String signature, boolean form, Body body, int port) {

    /** Twilio's own bound for a webhook's body (error 11750). */
    static final int LONGEST_BODY = 64 * 1024;

    /** What came after the headers. */
    sealed interface Body {}

    /** All of it; a class, because a record would compare arrays by identity. */
    static final class Read implements Body {

        private final byte[] bytes;

        Read(byte[] bytes) {
            this.bytes = bytes;
        }

        byte[] bytes() {
            return bytes;
        }
    }

    record TooLong() implements Body {}

    record Unreadable() implements Body {}

    static SignedRequest of(HttpServletRequest request, String signature) {
        String query = request.getQueryString() == null ? "" : request.getQueryString();
        boolean get = request.getMethod().equals("GET");
        return new SignedRequest(
                get,
                query.isEmpty() ? request.getRequestURI() : request.getRequestURI() + "?" + query,
                query,
                signature,
                UrlEncoded.isNamedBy(request.getContentType()),
                get ? new Read(new byte[0]) : body(request),
                request.getLocalPort());
    }

    private static Body body(HttpServletRequest request) {
        if (request.getContentLengthLong() > LONGEST_BODY) {
            return new TooLong();
        }
        try {
            byte[] bytes = request.getInputStream().readNBytes(LONGEST_BODY + 1);
            return bytes.length > LONGEST_BODY ? new TooLong() : new Read(bytes);
        } catch (IOException brokenOff) {
            return new Unreadable();
        }
    }
}
