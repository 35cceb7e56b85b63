package org.careline.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.careline.web.Door.NotTaken;

/**
 * Stands before all other filters. A body that a door wants is gathered first, without a thread and within one deadline for
 * the whole of it; what no door wants is not read, and the connection ends behind the refusal. So no stranger's speed
 * decides when a thread is free (design.md §2.4).
 */
final class BodyGatherer extends HttpFilter {

    static final String GATHERED = BodyGatherer.class.getName();
    static final String REFUSED = GATHERED + ".refused";

    private static final byte[] NOTHING = {};

    private final Doorkeeper doors;
    private final Bodies bodies;
    private final Duration deadline;

    BodyGatherer(Doorkeeper doors, Bodies bodies, Duration deadline) {
        this.doors = doors;
        this.bodies = bodies;
        this.deadline = deadline;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getAttribute(REFUSED) != null || request.getAttribute(Admission.SPEECHLESS) != null) {
            // All has been said, or nothing can be; the container would add a page for what ended a gathering.
            return;
        }
        DispatcherType dispatch = request.getDispatcherType();
        Gathering body = request.getAttribute(GATHERED) instanceof Gathering known ? known : null;
        boolean begins = dispatch == DispatcherType.REQUEST || (body != null && body.begins());
        if (Gathering.gaveWay(request)) {
            briefly(response);
        } else if (begins && request.getAttribute(Admission.FULL) != null) {
            doors.refuse(request, response, NotTaken.BUSY);
        } else if (body != null) {
            chain.doFilter(body.of(request, begins), response);
        } else if (dispatch == DispatcherType.INCLUDE || !hasBody(request)) {
            chain.doFilter(request, response);
        } else if (begins && request.getContentLengthLong() <= BoundedBody.LARGEST && doors.wantsBody(request)) {
            Gathering.begin(request, response, doors, bodies, deadline);
        } else {
            unread(request, response, chain);
        }
    }

    /** Without a door's words: thousands may have to be told. */
    private static void briefly(HttpServletResponse response) {
        response.setStatus(NotTaken.BUSY.status());
        response.setHeader("Connection", "close");
        response.setHeader("Retry-After", NotTaken.RETRY_AFTER_SECONDS);
        response.setContentLength(0);
    }

    private static void unread(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("Connection", "close");
        GatheredRequest.Head head = GatheredRequest.Head.of(request);
        chain.doFilter(new GatheredRequest(request, head, NOTHING, request.getDispatcherType()), response);
    }

    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }
}
