package org.careline.console;

import java.time.Duration;
import java.util.List;
import org.careline.lead.LeadListener;
import org.careline.lead.WrittenLead;
import org.careline.node.BackgroundJob;
import org.careline.node.Next;
import org.careline.node.Pace;
import org.springframework.stereotype.Component;

/** Knows how many people in danger have nobody, for as long as a page is open, and tells at once when that changes. */
@Component
final class LiveDanger extends BackgroundJob implements LeadListener {

    private static final Pace PACE = Pace.every(Duration.ofSeconds(1));

    private final LiveStreams streams;
    private final DangerCount count;
    private volatile String word = "";

    LiveDanger(LiveStreams streams, DangerCount count) {
        super("console-danger", PACE);
        this.streams = streams;
        this.count = count;
    }

    /** The number; empty text if it is not known. */
    String word() {
        return word;
    }

    @Override
    public void written(List<WrittenLead> fresh) {
        nudge();
    }

    @Override
    protected Next work() {
        String now = streams.listening() > 0 ? count.word() : "";
        if (!now.equals(word)) {
            word = now;
            streams.toAll("beat", now);
        }
        return Next.IDLE;
    }
}
