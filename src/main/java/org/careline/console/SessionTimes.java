package org.careline.console;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends a session whose time is over, before anything of it is read, and notes what people do. */
final class SessionTimes extends OncePerRequestFilter {

    private final ConsoleSessions sessions;

    SessionTimes(ConsoleSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null && sessions.goesOn(session) && isAnAct(request)) {
            sessions.acts(session.getId());
        }
        chain.doFilter(request, response);
    }

    /** What a page fetches by itself says that it is a part of a page, and not, as htmx does after a click, of which. */
    static boolean isAnAct(HttpServletRequest request) {
        boolean fetched = request.getHeader("HX-Request") != null && request.getHeader("HX-Current-URL") == null;
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        String path = request.getRequestURI();
        boolean listens = LiveController.PATHS.contains(path) || path.startsWith(ConsoleAssets.PATH);
        return !listens && !(reads && fetched);
    }
}
