package org.careline.webform;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** A problem+json for callers of the API whose request never reached it. */
final class BareProblem {

    private static final String BODY = "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d}";

    private BareProblem() {}

    static void write(HttpServletResponse response, HttpStatus status) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        String body = BODY.formatted(status.getReasonPhrase(), status.value());
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }
}
