package org.careline.console;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionIdListener;
import jakarta.servlet.http.HttpSessionListener;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * The sessions of this node: whose they are, since when, and when somebody last did something. A session ends after thirty
 * minutes without an act of a person and after twelve hours in any case; what a page asks by itself is no act. With a session
 * its streams end.
 */
@Component
final class ConsoleSessions implements HttpSessionListener, HttpSessionIdListener {

    static final Duration IDLE = Duration.ofMinutes(30);
    static final Duration LONGEST = Duration.ofHours(12);

    private final Clock clock;
    private final Map<String, Open> open = new ConcurrentHashMap<>();
    private volatile Consumer<String> onEnd = session -> {};

    /** One that is signed in. */
    private record Open(HttpSession session, String name, Instant began, Instant lastAct) {

        Open acted(Instant now) {
            return new Open(session, name, began, now);
        }

        boolean over(Instant now) {
            return !now.isBefore(lastAct.plus(IDLE)) || !now.isBefore(began.plus(LONGEST));
        }
    }

    ConsoleSessions(Clock clock) {
        this.clock = clock;
    }

    /** @param listener told the id of each session that ended, or that goes on under another one */
    void whenOneEnds(Consumer<String> listener) {
        onEnd = listener;
    }

    void begins(HttpSession session, String name) {
        Instant now = clock.instant();
        open.put(session.getId(), new Open(session, name, now, now));
    }

    /** Somebody did something. */
    void acts(String session) {
        open.computeIfPresent(session, (id, one) -> one.acted(clock.instant()));
    }

    /** Whether it may go on; one that may not is ended by that. */
    boolean goesOn(HttpSession session) {
        Open one = open.get(session.getId());
        if (one == null || !one.over(clock.instant())) {
            return true;
        }
        end(one);
        return false;
    }

    /** Ends those whose time is over though nobody asks: an open page may only listen. */
    void endThoseThatAreOver() {
        Instant now = clock.instant();
        open.values().stream().filter(one -> one.over(now)).forEach(this::end);
    }

    /** Ends every session of this name on this node. */
    void endAllOf(String name) {
        open.values().stream().filter(one -> one.name().equals(name)).forEach(this::end);
    }

    private void end(Open one) {
        String id = one.session().getId();
        try {
            one.session().invalidate();
        } catch (IllegalStateException endedMeanwhile) {
            ended(id);
        }
    }

    private void ended(String session) {
        open.remove(session);
        onEnd.accept(session);
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        ended(event.getSession().getId());
    }

    @Override
    public void sessionIdChanged(HttpSessionEvent event, String before) {
        Open one = open.get(before);
        ended(before);
        if (one != null) {
            open.put(event.getSession().getId(), one);
        }
    }
}
