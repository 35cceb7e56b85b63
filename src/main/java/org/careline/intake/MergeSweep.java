package org.careline.intake;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.careline.lead.HalfMerges;
import org.careline.lead.Lead;
import org.careline.lead.LeadId;
import org.careline.matching.LeadsInView;
import org.careline.matching.Merges;
import org.careline.store.GuardedStore;
import org.careline.store.StoreUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * Ends half merges that no inquiry leads to any more: a worker may freeze a loser long after its inquiry was finished by
 * somebody else, and then lose its guard on the winner. Between the two steps the loser's work is seen by nobody, so this
 * looks twice a minute (intake model, R10). Every node may do it; each write is guarded.
 */
final class MergeSweep implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(MergeSweep.class);
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final int PAGE = 100;

    private final HalfMerges halfMerges;
    private final GuardedStore<LeadId, Lead> leads;
    private final Clock clock;
    private final ThreadPoolTaskScheduler clockwork = new ThreadPoolTaskScheduler();
    private volatile boolean running;

    MergeSweep(HalfMerges halfMerges, GuardedStore<LeadId, Lead> leads, Clock clock) {
        this.halfMerges = halfMerges;
        this.leads = leads;
        this.clock = clock;
        clockwork.setThreadNamePrefix("merges-");
        clockwork.setDaemon(true);
    }

    /** Brings each half merge one write nearer to its end, and takes whole ones from the list. */
    void sweep() {
        try {
            Map<LeadId, Lead> better = halfMerges.joining(PAGE).stream()
                    .flatMap(merged -> better(merged).stream())
                    .collect(Collectors.toMap(Lead::id, lead -> lead, (one, same) -> one));
            if (!better.isEmpty()) {
                leads.write(better.values());
            }
        } catch (StoreUnavailable away) {
            LOG.debug("Half merges are looked for when the store is back");
        }
    }

    /** Empty if the root was not seen: then nothing can be said. */
    private Optional<Lead> better(Lead merged) {
        List<Lead> chain = chain(merged).upTo(merged.id());
        boolean rooted = !chain.get(chain.size() - 1).merged();
        return Merges.repair(chain, clock.instant())
                .or(() -> Optional.of(merged).filter(whole -> rooted).map(Lead::seenWhole));
    }

    private LeadsInView chain(Lead merged) {
        Map<LeadId, Lead> chain = new HashMap<>(Map.of(merged.id(), merged));
        Optional<LeadId> above = Optional.ofNullable(merged.family().mergedInto());
        while (above.isPresent() && !chain.containsKey(above.get())) {
            chain.putAll(leads.find(List.of(above.get())));
            above = Optional.ofNullable(chain.get(above.get()))
                    .flatMap(lead -> Optional.ofNullable(lead.family().mergedInto()));
        }
        return new LeadsInView(Map.of(), chain);
    }

    @Override
    public void start() {
        clockwork.initialize();
        running = true;
        var unused = clockwork.scheduleWithFixedDelay(this::sweep, PAUSE);
    }

    @Override
    public void stop() {
        running = false;
        clockwork.shutdown();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
