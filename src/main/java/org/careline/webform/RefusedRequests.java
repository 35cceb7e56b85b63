package org.careline.webform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/**
 * Answers a request whose address or headers Spring Security's firewall refuses. That happens ahead of every filter of that
 * chain, so a page of templates is out of reach.
 */
class RefusedRequests implements RequestRejectedHandler {

    private final BarePage bare;

    RefusedRequests(BarePage bare) {
        this.bare = bare;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException refused)
            throws IOException {
        if (request.getRequestURI().startsWith("/api/")) {
            PageHeaders.refuseFrames(response);
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            BareProblem.write(response, HttpStatus.BAD_REQUEST);
        } else {
            bare.write(request, response, HttpStatus.BAD_REQUEST, BarePage.Words.UNREADABLE);
        }
    }
}
