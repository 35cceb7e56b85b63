package org.careline.console;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.careline.lead.LeadId;
import org.careline.lead.LeadListener;
import org.careline.lead.WrittenLead;
import org.careline.node.BackgroundJob;
import org.careline.node.Next;
import org.careline.node.Pace;
import org.springframework.stereotype.Component;

/**
 * Tells the open pages of this node which leads were written anywhere. Whoever shows the revision that is told, or a later one,
 * need not ask; of a flood it is only said that it was one.
 */
@Component
final class LiveSignals extends BackgroundJob implements LeadListener {

    /** So many leads are told one by one. */
    static final int FLOOD = 200;

    private static final Pace PACE = Pace.between(Duration.ofMillis(250), Duration.ofMinutes(1));

    private final LiveStreams streams;
    private final Map<LeadId, Long> news = new LinkedHashMap<>();

    LiveSignals(LiveStreams streams) {
        super("console-news", PACE);
        this.streams = streams;
    }

    @Override
    public boolean waiting() {
        return streams.listening() > 0;
    }

    @Override
    public void written(List<WrittenLead> fresh) {
        if (waiting()) {
            add(fresh);
            nudge();
        }
    }

    private synchronized void add(List<WrittenLead> fresh) {
        fresh.stream()
                .limit(FLOOD - Math.min(news.size(), FLOOD))
                .forEach(one -> news.merge(one.id(), one.rev(), Math::max));
    }

    private synchronized Map<LeadId, Long> taken() {
        Map<LeadId, Long> taken = new LinkedHashMap<>(news);
        news.clear();
        return taken;
    }

    @Override
    protected boolean asksOutside() {
        return false;
    }

    @Override
    protected Next work() {
        Map<LeadId, Long> told = taken();
        if (told.size() >= FLOOD) {
            streams.toAll("all", "");
        } else {
            told.forEach((lead, rev) -> streams.toAll("lead", "{\"lead\":\"%s\",\"rev\":%d}".formatted(lead, rev)));
        }
        return Next.IDLE;
    }
}
