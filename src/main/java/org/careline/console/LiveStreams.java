package org.careline.console;

import java.io.IOException;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.careline.lead.LeadFeed;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The streams of the open pages of this node. They end before anything else of the application does; open ones would hold up a
 * stop until its time is over.
 */
@Component
final class LiveStreams implements SmartLifecycle {

    private static final int MOST = 500;
    private static final int MOST_OF_A_SESSION = 5;
    private static final long FOR_EVER = 0L;
    private static final long RETRY_MS = 1_000;

    private final LeadFeed feed;
    private final Map<SseEmitter, Listener> listeners = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();

    private volatile boolean running;

    /** @param feed asked to look around when a page opens that waits for news */
    LiveStreams(LeadFeed feed, ConsoleSessions sessions) {
        this.feed = feed;
        sessions.whenOneEnds(this::end);
    }

    /**
     * A stream of its own for a page; empty if there are too many here, or the application stops. A session has the latest
     * five: of a page that was left it is not known at once that nobody reads its stream any more.
     */
    Optional<SseEmitter> listen(String session) {
        if (!running || listeners.size() >= MOST) {
            return Optional.empty();
        }
        SseEmitter stream = new SseEmitter(FOR_EVER);
        stream.onCompletion(() -> listeners.remove(stream));
        stream.onError(gone -> listeners.remove(stream));
        long retry = RETRY_MS + ThreadLocalRandom.current().nextLong(RETRY_MS);
        send(stream, SseEmitter.event().name("hello").reconnectTime(retry).data(""));
        listeners.put(stream, new Listener(session, numbers.incrementAndGet()));
        of(session)
                .sorted(Comparator.comparing((Map.Entry<SseEmitter, Listener> one) -> one.getValue().number)
                        .reversed())
                .skip(MOST_OF_A_SESSION)
                .forEach(this::end);
        feed.nudge();
        return Optional.of(stream);
    }

    private Stream<Map.Entry<SseEmitter, Listener>> of(String session) {
        return listeners.entrySet().stream()
                .filter(one -> one.getValue().session.equals(session));
    }

    private void end(Map.Entry<SseEmitter, Listener> one) {
        listeners.remove(one.getKey());
        one.getKey().complete();
    }

    /** How many pages listen now. */
    int listening() {
        return listeners.size();
    }

    private void end(String session) {
        of(session).toList().forEach(this::end);
    }

    /** Word to all who listen. */
    void toAll(String event, String data) {
        listeners
                .keySet()
                .forEach(stream -> send(stream, SseEmitter.event().name(event).data(data)));
    }

    private void send(SseEmitter stream, SseEmitter.SseEventBuilder event) {
        try {
            stream.send(event);
        } catch (IOException | IllegalStateException gone) {
            // The container ends what its client has left; an error would ask for a page that nobody can be shown.
            listeners.remove(stream);
            stream.complete();
        }
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        listeners.keySet().forEach(SseEmitter::complete);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /**
     * Who reads a stream.
     *
     * @param number the later the higher
     */
    private record Listener(String session, long number) {}
}
