package org.careline.console;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets nothing be changed from a page that is not ours, whatever cookies and tokens come along: browsers say where a request
 * comes from, by {@code Sec-Fetch-Site} on encrypted ways and by {@code Origin} elsewhere. A sibling site is not ours. A
 * browser that says nothing, or hides its origin because our pages ask it to, still needs the session's token.
 */
final class OwnPagesOnly extends OncePerRequestFilter {

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Set<String> OWN = Set.of("same-origin", "none");

    /** What a browser sends whose page asked it to hide where it comes from. */
    private static final String HIDDEN = "null";

    private final String publicBaseUrl;

    OwnPagesOnly(String publicBaseUrl) {
        this.publicBaseUrl = publicBaseUrl;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!changes(request) || isOwn(request)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpStatus.FORBIDDEN.value());
        }
    }

    /** Whether a request may change something. */
    static boolean changes(HttpServletRequest request) {
        return !READS.contains(request.getMethod());
    }

    private boolean isOwn(HttpServletRequest request) {
        String site = Objects.requireNonNullElse(request.getHeader("Sec-Fetch-Site"), "none");
        String origin = Objects.requireNonNullElse(request.getHeader(HttpHeaders.ORIGIN), HIDDEN);
        return OWN.contains(site) && (origin.equals(HIDDEN) || isOurs(origin, request));
    }

    private boolean isOurs(String origin, HttpServletRequest request) {
        Optional<String> place = place(origin);
        return place.isPresent()
                && (place.get().equalsIgnoreCase(request.getHeader(HttpHeaders.HOST))
                        || place.equals(place(publicBaseUrl)));
    }

    private static Optional<String> place(String address) {
        try {
            return Optional.ofNullable(URI.create(address).getRawAuthority());
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }
}
