package org.careline.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/**
 * Stands before everything in the container, and is there until the last byte of an answer has been handed over: a filter
 * would be gone before that. It leaves as many threads to callers as the other lanes may not use, lets the calls' own port
 * serve calls alone, and ends connections of which a body is left that nobody wants.
 */
final class Admission extends ValveBase {

    /** Is set on a request whose lane is full: it is refused in the words of its door. */
    static final String FULL = Admission.class.getName() + ".full";

    /** Is set where not even that can be said. */
    static final String SPEECHLESS = Admission.class.getName() + ".speechless";

    private static final String STRICT_TRANSPORT = "Strict-Transport-Security";
    private static final String ONE_YEAR = "max-age=31536000";
    private static final int FEW = 16;

    /** Most pages are whole before their first byte is sent, so that who does not take it disturbs nobody who writes it. */
    private static final int WHOLE_PAGE = 64 * 1024;

    private final Map<Lane, Share> shares = new EnumMap<>(Lane.class);

    /** Who is refused gets a word, as long as words are taken. */
    private final Share refusals = Share.of(2 * FEW);

    private final CallsPort port;
    private final boolean encrypted;

    /**
     * @param atWork how many requests may be inside that are no calls
     * @param atOnce how many of them are worked at at the same time; the others wait a moment
     * @param encrypted whether browsers reach us by https
     */
    Admission(int atWork, int atOnce, CallsPort port, boolean encrypted) {
        super(true);
        this.port = port;
        this.encrypted = encrypted;
        shares.put(Lane.SOUNDS, Share.of(FEW));
        shares.put(Lane.HEALTH, Share.of(FEW));
        shares.put(Lane.REST, new Share(atWork, Math.min(atWork, atOnce)));
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        Lane lane = Lane.of(request.getDecodedRequestURI());
        if (encrypted && !response.isCommitted()) {
            response.setHeader(STRICT_TRANSPORT, ONE_YEAR);
        }
        if (port.serves(lane, request.getConnector())) {
            serve(request, response, lane);
        } else {
            response.setStatus(Response.SC_NOT_FOUND);
            response.setHeader("Connection", "close");
            end(request, response);
        }
    }

    private void serve(Request request, Response response, Lane lane) throws IOException, ServletException {
        Share share = Gathering.gaveWay(request) ? null : shares.get(lane);
        boolean full = share != null && !share.enter();
        Share place = full ? refusals : share;
        boolean speechless = full && !refusals.enter();
        try {
            request.setAttribute(FULL, full ? true : null);
            request.setAttribute(SPEECHLESS, speechless ? true : null);
            if (lane == Lane.REST && response.getBufferSize() < WHOLE_PAGE) {
                response.setBufferSize(WHOLE_PAGE);
            }
            getNext().invoke(request, response);
            if (speechless) {
                request.getCoyoteRequest().action(ActionCode.CLOSE_NOW, null);
            } else if (!request.isAsync()) {
                end(request, response);
            }
        } finally {
            if (place != null && !speechless) {
                place.leave();
            }
        }
    }

    /** Hands over the answer while its place is still taken. A body that was not read is not swallowed: that would wait. */
    private static void end(Request request, Response response) throws IOException {
        AtomicBoolean read = new AtomicBoolean();
        request.getCoyoteRequest().action(ActionCode.REQUEST_BODY_FULLY_READ, read);
        if (!read.get() && !response.isCommitted()) {
            response.setHeader("Connection", "close");
        }
        response.finishResponse();
        if (!read.get()) {
            request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }
}
