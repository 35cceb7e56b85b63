package org.careline.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What a caller is told whose token is none, or may not do what is asked. */
@Component
class ApiRefusals {

    private final JsonMapper json;

    ApiRefusals(JsonMapper json) {
        this.json = json;
    }

    void unknown(HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        write(response, HttpStatus.UNAUTHORIZED, "Send the API token as Authorization: Bearer.");
    }

    /**
     * The token is good for something else.
     *
     * @param scope what it lacks; null if no scope is enough
     */
    void forbidden(HttpServletResponse response, @Nullable ApiScope scope) throws IOException {
        String challenge = scope == null ? "" : ", scope=\"" + scope.word() + "\"";
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"insufficient_scope\"" + challenge);
        write(
                response,
                HttpStatus.FORBIDDEN,
                scope == null
                        ? "Only the installation's own API token may do this."
                        : "This needs a token with the scope " + scope.word() + ".");
    }

    private void write(HttpServletResponse response, HttpStatus status, String detail) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(Problem.of(status, detail)));
    }
}
