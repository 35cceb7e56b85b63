package org.careline.draft;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.careline.lead.LeadId;
import org.careline.node.Seal;
import org.careline.staff.CoordinatorId;
import org.careline.store.GuardedStore;
import org.careline.store.StoreUnavailable;

/** Drafts behind a door, in memory and sealed as elsewhere. */
public final class DraftsAtADoor implements Drafts, GuardedStore<DraftId, StoredDraft> {

    private static final Duration KEEP = Duration.ofDays(30);

    private final Map<DraftId, StoredDraft> stored = new HashMap<>();
    private final Drafts drafts;
    private final BooleanSupplier down;

    /** @param down whether the store does not answer */
    public DraftsAtADoor(Clock clock, BooleanSupplier down) {
        this.drafts = new SealedDrafts(this, new Seal(() -> new byte[32]), KEEP, clock);
        this.down = down;
    }

    public synchronized void forget() {
        stored.clear();
    }

    @Override
    public List<Draft> of(CoordinatorId who, Collection<LeadId> leads) {
        return drafts.of(who, leads);
    }

    @Override
    public Kept keep(CoordinatorId who, LeadId lead, Typed typed) {
        return drafts.keep(who, lead, typed);
    }

    @Override
    public synchronized Map<DraftId, StoredDraft> find(Collection<DraftId> ids) {
        answer();
        Map<DraftId, StoredDraft> found = new HashMap<>(stored);
        found.keySet().retainAll(ids);
        return found;
    }

    @Override
    public synchronized Set<DraftId> write(Collection<StoredDraft> documents) {
        answer();
        Set<DraftId> held = new HashSet<>();
        for (StoredDraft one : documents) {
            StoredDraft known = stored.getOrDefault(one.id(), StoredDraft.none(one.id()));
            if (known.rev() == one.rev()) {
                stored.put(one.id(), new StoredDraft(one.id(), one.rev() + 1, one.endsAt(), one.sheets()));
                held.add(one.id());
            }
        }
        return held;
    }

    private void answer() {
        if (down.getAsBoolean()) {
            throw new StoreUnavailable("drafts", new IllegalStateException("frozen"));
        }
    }
}
