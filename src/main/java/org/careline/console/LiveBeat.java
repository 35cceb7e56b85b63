package org.careline.console;

import java.time.Duration;
import org.careline.node.BackgroundJob;
import org.careline.node.Next;
import org.careline.node.Pace;
import org.springframework.stereotype.Component;

/**
 * The beat of the streams: a page notices a dead stream within five seconds, by the lack of two of these; a comment would not
 * reach it. It waits for nobody, so it tells how many people in danger have nobody as that was known last.
 */
@Component
final class LiveBeat extends BackgroundJob {

    private static final Pace PACE = Pace.every(Duration.ofSeconds(2));

    private final LiveStreams streams;
    private final LiveDanger danger;
    private final ConsoleSessions sessions;

    LiveBeat(LiveStreams streams, LiveDanger danger, ConsoleSessions sessions) {
        super("console-beat", PACE);
        this.streams = streams;
        this.danger = danger;
        this.sessions = sessions;
    }

    @Override
    protected boolean asksOutside() {
        return false;
    }

    @Override
    protected Next work() {
        sessions.endThoseThatAreOver();
        streams.toAll("beat", danger.word());
        return Next.IDLE;
    }
}
