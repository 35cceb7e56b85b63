package org.careline.web;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.ClientAbortException;
import org.careline.web.Door.NotTaken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.util.UriUtils;

/**
 * One body on its way. While it is awaited nobody waits: the container calls when there are bytes, when there will be no
 * more, and when the deadline for the whole of it has passed. It gives way to others if there are too many.
 */
final class Gathering implements ReadListener, AsyncListener {

    private static final Logger LOG = LoggerFactory.getLogger(Gathering.class);
    private static final int PIECE = 8 * 1024;

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final Doorkeeper doors;
    private final GatheredRequest.Head head;
    private final Bodies others;
    private final ServletInputStream in;
    private final AsyncContext async;
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile ByteArrayOutputStream body = new ByteArrayOutputStream();
    private volatile boolean gaveWay;
    private boolean begun;

    private Gathering(
            HttpServletRequest request,
            HttpServletResponse response,
            Doorkeeper doors,
            Bodies others,
            Duration deadline)
            throws IOException {
        this.request = request;
        this.response = response;
        this.doors = doors;
        this.others = others;
        this.head = GatheredRequest.Head.of(request);
        this.in = request.getInputStream();
        this.async = request.startAsync(request, response);
        async.setTimeout(deadline.toMillis());
    }

    /** Begins; whoever calls this is done with the request until it is dispatched again. */
    static void begin(
            HttpServletRequest request,
            HttpServletResponse response,
            Doorkeeper doors,
            Bodies others,
            Duration deadline)
            throws IOException {
        Gathering gathering = new Gathering(request, response, doors, others, deadline);
        others.awaited(gathering);
        gathering.async.addListener(gathering);
        gathering.in.setReadListener(gathering);
    }

    /** Whether the dispatch that follows the gathering is still to come; what a handler begins itself is a later one. */
    boolean begins() {
        boolean first = !begun;
        begun = true;
        return first;
    }

    /** The request with what came; a byte more than may be if there was more. */
    GatheredRequest of(HttpServletRequest dispatched, boolean first) {
        return new GatheredRequest(
                dispatched,
                first ? head : GatheredRequest.Head.of(dispatched),
                body.toByteArray(),
                first ? DispatcherType.REQUEST : dispatched.getDispatcherType());
    }

    /** What cannot be read leaves this method: only then does the container take a refusal ({@link #onError(Throwable)}). */
    @Override
    public void onDataAvailable() throws IOException {
        byte[] piece = new byte[PIECE];
        while (!over.get() && in.isReady()) {
            ByteArrayOutputStream soFar = body;
            int room = BoundedBody.LARGEST + 1 - soFar.size();
            int got = in.read(piece, 0, Math.min(piece.length, room));
            soFar.write(piece, 0, Math.max(0, got));
            if (got < 0 || got == room) {
                onAllDataRead();
            } else {
                others.grew(this, got);
            }
        }
    }

    /** Another body needs the room; may be called by anybody's thread. */
    void giveWay() {
        if (over.compareAndSet(false, true)) {
            gaveWay = true;
            body = new ByteArrayOutputStream(0);
            try {
                dispatch();
            } catch (IllegalStateException endedMeanwhile) {
                LOG.debug("A body that was to give way has ended by itself");
            }
        }
    }

    /** Whether a request is here again because its body gave way. */
    static boolean gaveWay(ServletRequest request) {
        return request.getAttribute(BodyGatherer.GATHERED) instanceof Gathering body && body.gaveWay;
    }

    /** The address may be one that no dispatcher takes; the path that the container made of it leads to the same door. */
    @Override
    public void onAllDataRead() {
        if (over.compareAndSet(false, true)) {
            others.over(this);
            dispatch();
        }
    }

    private void dispatch() {
        request.setAttribute(BodyGatherer.GATHERED, this);
        async.dispatch(UriUtils.encodePath(head.path(), StandardCharsets.UTF_8));
    }

    @Override
    public void onError(Throwable broken) {
        end(NotTaken.MALFORMED, broken instanceof ClientAbortException);
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        end(NotTaken.TOO_SLOW, false);
    }

    private void end(NotTaken why, boolean gone) {
        if (!over.compareAndSet(false, true)) {
            return;
        }
        others.over(this);
        request.setAttribute(BodyGatherer.REFUSED, true);
        try {
            if (!gone) {
                doors.refuse(request, response, why);
                response.flushBuffer();
            }
        } catch (IOException leftMeanwhile) {
            LOG.debug("Nobody waits for the refusal any more");
        }
        async.complete();
    }

    @Override
    public void onError(AsyncEvent event) {
        onError(event.getThrowable());
    }

    @Override
    public void onComplete(AsyncEvent event) {
        over.set(true);
        others.over(this);
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // A stream that begins behind a gathered body is no business of ours.
    }
}
