package org.careline.benchmark.constant;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** A constant answer from the place where Twilio's door stands: before all other filters, the body read and forgotten. */
final class ConstantFilter extends HttpFilter {

    /** About as long as a greeting. */
    static final String TWIML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response><Say>"
            + "Thank you for calling. Please leave a message after the tone. ".repeat(14)
            + "</Say><Hangup/></Response>";

    private static final byte[] BYTES = TWIML.getBytes(StandardCharsets.UTF_8);

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain never)
            throws IOException {
        request.getInputStream().transferTo(OutputStream.nullOutputStream());
        response.setContentType("text/xml;charset=UTF-8");
        response.setContentLength(BYTES.length);
        response.getOutputStream().write(BYTES);
    }
}
