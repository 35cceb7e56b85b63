package org.careline.console;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.careline.web.BoundedBody;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads a request's parameters before anything else does. Tomcat throws on those that cannot be read; here that is a bad
 * request and not a fault of ours.
 */
final class ReadableParameters extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > BoundedBody.LARGEST
                || BoundedBody.of(request).isEmpty()) {
            response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
        } else if (readable(request)) {
            chain.doFilter(request, response);
        } else if (!response.isCommitted()) {
            response.sendError(HttpStatus.BAD_REQUEST.value());
        }
    }

    private static boolean readable(HttpServletRequest request) {
        try {
            request.getParameterMap();
            return true;
        } catch (IllegalStateException unreadable) {
            return false;
        }
    }
}
