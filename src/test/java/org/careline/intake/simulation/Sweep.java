package org.careline.intake.simulation;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.careline.lead.Lead;
import org.careline.lead.LeadId;
import org.careline.matching.LeadsInView;
import org.careline.matching.Merges;
import org.careline.store.GuardedStore;

/**
 * Ends half merges that no inquiry leads to any more: a sleeper may freeze a loser long after its inquiry was finished by
 * somebody else, and then lose its guard on the winner.
 */
final class Sweep {

    private final GuardedStore<LeadId, Lead> leads;
    private final Clock clock;

    Sweep(GuardedStore<LeadId, Lead> leads, Clock clock) {
        this.leads = leads;
        this.clock = clock;
    }

    /** Brings the chain of this merged lead one write nearer to its end. */
    void repair(LeadId merged) {
        Map<LeadId, Lead> chain = new HashMap<>();
        Optional<LeadId> next = Optional.of(merged);
        while (next.isPresent() && !chain.containsKey(next.get())) {
            chain.putAll(leads.find(List.of(next.get())));
            next = Optional.ofNullable(chain.get(next.get()))
                    .flatMap(lead -> Optional.ofNullable(lead.merge().mergedInto()));
        }
        Merges.repair(new LeadsInView(Map.of(), chain).upTo(merged), clock.instant())
                .ifPresent(better -> leads.write(List.of(better)));
    }
}
