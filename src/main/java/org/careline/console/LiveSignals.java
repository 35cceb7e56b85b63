package org.careline.console;

import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.careline.console.WrittenFeed.News;
import org.careline.store.StoreUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells the open pages of this node what was written anywhere. While nobody listens the store is left alone. The streams end
 * before anything else of the application does; open ones would hold up a stop until its time is over.
 */
final class LiveSignals implements SmartLifecycle {

    /** A page notices a dead stream within five seconds, by the lack of two of these; a comment would not reach it. */
    static final Duration HEARTBEAT = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(LiveSignals.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int MOST = 500;
    private static final int MOST_OF_A_SESSION = 5;
    private static final long FOR_EVER = 0L;
    private static final long RETRY_MS = 1_000;

    private final WrittenFeed feed;
    private final Supplier<String> danger;
    private final ConsoleSessions sessions;

    private final Map<SseEmitter, Listener> listeners = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();

    private final ThreadPoolTaskScheduler clockwork = new ThreadPoolTaskScheduler();
    private volatile boolean running;

    /** @param danger how many people in danger have nobody, as a number; empty text if that is not known */
    LiveSignals(WrittenFeed feed, Supplier<String> danger, ConsoleSessions sessions) {
        this.feed = feed;
        this.danger = danger;
        this.sessions = sessions;
        sessions.whenOneEnds(this::end);
        clockwork.setThreadNamePrefix("console-live-");
        clockwork.setDaemon(true);
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

    /** One look at the store, and word to all who listen. */
    void look() {
        if (listeners.isEmpty()) {
            feed.pause();
            return;
        }
        try {
            tell(feed.next());
        } catch (StoreUnavailable away) {
            LOG.debug("Pages are told what changed when the store is back");
        }
    }

    private void tell(News news) {
        if (news.all()) {
            toAll("all", "");
        }
        news.signals()
                .forEach(
                        signal -> toAll("lead", "{\"lead\":\"%s\",\"rev\":%d}".formatted(signal.lead(), signal.rev())));
    }

    private void end(String session) {
        of(session).toList().forEach(this::end);
    }

    private void beat() {
        sessions.endThoseThatAreOver();
        if (!listeners.isEmpty()) {
            toAll("beat", danger.get());
        }
    }

    private void toAll(String event, String data) {
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
        clockwork.initialize();
        running = true;
        var unused = clockwork.scheduleWithFixedDelay(this::look, PAUSE);
        var unusedToo = clockwork.scheduleWithFixedDelay(this::beat, HEARTBEAT);
    }

    @Override
    public void stop() {
        running = false;
        clockwork.shutdown();
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
