package org.careline.inbox;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.careline.lead.Fact;
import org.careline.lead.SourceId;
import org.careline.store.StoreUnavailable;

/** What the store has of calls, in memory. */
public final class PlayedCallFacts implements CallFacts {

    public final Map<SourceId, KnownCall> calls = new HashMap<>();
    private boolean away;

    public static PlayedCallFacts thatAreAway() {
        PlayedCallFacts facts = new PlayedCallFacts();
        facts.away = true;
        return facts;
    }

    @Override
    public boolean know(SourceId call, Fact.Kind kind, String status) {
        return calls.getOrDefault(call, KnownCall.NOTHING).facts().stream()
                .anyMatch(fact -> fact.kind() == kind && fact.status().equals(status));
    }

    @Override
    public Map<SourceId, KnownCall> find(Collection<SourceId> wanted) {
        if (away) {
            throw new StoreUnavailable("read the calls", new IllegalStateException());
        }
        Map<SourceId, KnownCall> found = new HashMap<>(calls);
        found.keySet().retainAll(wanted);
        return found;
    }
}
