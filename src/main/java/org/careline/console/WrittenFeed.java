package org.careline.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.careline.lead.LeadId;
import org.careline.lead.LeadRounds;
import org.careline.lead.WrittenLead;
import org.careline.staff.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Asks the store which leads were written, whichever node wrote them. Clocks of nodes differ and writes overtake each other,
 * so the last seconds are asked for again each time, and what was told already is left out.
 */
final class WrittenFeed {

    /** Nodes keep their clocks closer together than this. */
    static final Duration OVERLAP = Duration.ofSeconds(2);

    static final int PAGE = 200;

    private static final Actor RULE = new Actor.Rule("live-signals");

    private final LeadRounds rounds;
    private final Clock clock;
    private final Map<LeadId, Long> told = new HashMap<>();
    private @Nullable Instant since;

    WrittenFeed(LeadRounds rounds, Clock clock) {
        this.rounds = rounds;
        this.clock = clock;
    }

    /**
     * A lead that was written.
     *
     * @param rev what it is now; whoever shows this or a later one need not ask
     */
    record Signal(LeadId lead, long rev) {}

    /**
     * What was written since the last time.
     *
     * @param all whether more was written than is told one by one
     */
    record News(List<Signal> signals, boolean all) {}

    /**
     * The news; the first time, and after a pause, only of the last moments.
     *
     * @throws org.careline.store.StoreUnavailable if the store does not answer in time
     */
    News next() {
        Instant from = since == null ? clock.instant().minus(OVERLAP) : since;
        List<WrittenLead> written = rounds.writtenSince(from, PAGE, RULE);
        if (written.size() == PAGE) {
            since = clock.instant();
            return new News(List.of(), true);
        }
        List<Signal> fresh = new ArrayList<>();
        for (WrittenLead one : written) {
            Long known = told.put(one.id(), one.rev());
            if (known == null || known < one.rev()) {
                fresh.add(new Signal(one.id(), one.rev()));
            }
        }
        forget(written);
        since = later(from, written);
        return new News(fresh, false);
    }

    /** Nobody listens: whoever comes next sees everything for themselves. */
    void pause() {
        since = null;
        told.clear();
    }

    private void forget(List<WrittenLead> written) {
        Set<LeadId> met = written.stream().map(WrittenLead::id).collect(Collectors.toSet());
        told.keySet().retainAll(met);
    }

    private static Instant later(Instant from, List<WrittenLead> written) {
        if (written.isEmpty()) {
            return from;
        }
        Instant last = written.get(written.size() - 1).at().minus(OVERLAP);
        return last.isAfter(from) ? last : from;
    }
}
