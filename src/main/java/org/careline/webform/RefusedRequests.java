package org.careline.webform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.careline.settings.CrisisLines;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.web.util.HtmlUtils;

/**
 * Answers a request whose address or headers Spring Security's firewall refuses. That happens ahead of every filter, so
 * the page is written here, in one piece, and without a look at the request beyond where it went.
 */
class RefusedRequests implements RequestRejectedHandler {

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><title>This request cannot be read</title></head>
            <body><main><h1>This request cannot be read</h1><p>%s</p></main></body>
            </html>
            """;

    private final CrisisLines crisis;

    RefusedRequests(CrisisLines crisis) {
        this.crisis = crisis;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException refused)
            throws IOException {
        PageHeaders.refuseFrames(response);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (request.getRequestURI().startsWith("/api/")) {
            BareProblem.write(response, HttpStatus.BAD_REQUEST);
            return;
        }
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        response.setContentType("text/html;charset=UTF-8");
        String page = PAGE.formatted(HtmlUtils.htmlEscape(crisis.page().en(), "UTF-8"));
        response.getOutputStream().write(page.getBytes(StandardCharsets.UTF_8));
    }
}
