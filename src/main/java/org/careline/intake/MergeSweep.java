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
import org.careline.lead.LeadWrites;
import org.careline.lead.LeadsById;
import org.careline.matching.LeadsInView;
import org.careline.matching.Merges;
import org.careline.node.BackgroundJob;
import org.careline.node.Next;
import org.careline.node.Pace;
import org.careline.staff.Actor;

/**
 * Ends half merges that no inquiry leads to any more: a worker may freeze a loser long after its inquiry was finished by
 * somebody else, and then lose its guard on the winner. Between the two steps the loser's work is seen by nobody, so this
 * looks twice a minute (intake model, R10). Every node may do it; each write is guarded.
 */
final class MergeSweep extends BackgroundJob {

    private static final Actor RULE = new Actor.Rule("merges");
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final int PAGE = 100;

    private final HalfMerges halfMerges;
    private final LeadsById leads;
    private final LeadWrites writes;
    private final Clock clock;

    MergeSweep(HalfMerges halfMerges, LeadsById leads, LeadWrites writes, Clock clock) {
        super("merges", Pace.every(PAUSE));
        this.halfMerges = halfMerges;
        this.leads = leads;
        this.writes = writes;
        this.clock = clock;
    }

    /** Brings each half merge one write nearer to its end, and takes whole ones from the list. */
    @Override
    protected Next work() {
        Map<LeadId, Lead> better = halfMerges.joining(PAGE, RULE).stream()
                .flatMap(merged -> better(merged).stream())
                .collect(Collectors.toMap(Lead::id, lead -> lead, (one, same) -> one));
        if (!better.isEmpty()) {
            writes.write(better.values(), RULE);
        }
        return Next.IDLE;
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
        Optional<LeadId> above = merged.merge().winner();
        while (above.isPresent() && !chain.containsKey(above.get())) {
            chain.putAll(leads.stored(List.of(above.get()), RULE));
            above = Optional.ofNullable(chain.get(above.get()))
                    .flatMap(lead -> lead.merge().winner());
        }
        return new LeadsInView(Map.of(), chain);
    }
}
