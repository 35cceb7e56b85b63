package org.careline.lead;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.careline.store.GuardedStore;
import org.careline.store.StoreUnavailable;
import org.jspecify.annotations.Nullable;

/**
 * Changes single leads on behalf of people. A change is one guarded write of the lead that also carries the act; the act
 * before it is put into the collection of acts first, so that a crash at any instant loses none.
 */
public final class LeadDesk {

    /** More lost guards in a row than this means that something else is wrong. */
    private static final int TRIES = 8;

    private final GuardedStore<LeadId, Lead> leads;
    private final GuardedStore<ActId, Act> acts;

    public LeadDesk(GuardedStore<LeadId, Lead> leads, GuardedStore<ActId, Act> acts) {
        this.leads = leads;
        this.acts = acts;
    }

    /** What became of a change. */
    public sealed interface Changed {

        /** It was written. */
        record Written(Lead lead) implements Changed {}

        /** The lead is not one that can be changed so; nothing was written. */
        record Declined(Lead lead) implements Changed {}

        /** There is no such lead. */
        record Missing() implements Changed {}
    }

    /**
     * Changes a lead, or the one that took it over.
     *
     * @param change the new lead; empty to decline. Asked anew if the lead was changed by somebody else meanwhile
     * @throws StoreUnavailable if the store did not answer in time
     */
    public Changed change(LeadId id, Function<Lead, Optional<Lead>> change) {
        for (int tries = 0; tries < TRIES; tries++) {
            Lead shown = living(id);
            if (shown == null) {
                return new Changed.Missing();
            }
            Optional<Lead> wanted = change.apply(shown);
            if (wanted.isEmpty()) {
                return new Changed.Declined(shown);
            }
            keep(shown.work().lastAct());
            if (leads.write(List.of(wanted.get())).contains(shown.id())) {
                keep(wanted.get().work().lastAct());
                return new Changed.Written(wanted.get());
            }
        }
        throw new StoreUnavailable("change a lead");
    }

    private @Nullable Lead living(LeadId id) {
        Lead lead = find(id);
        while (lead != null && lead.family().mergedInto() != null) {
            lead = find(lead.family().mergedInto());
        }
        return lead;
    }

    private @Nullable Lead find(LeadId id) {
        Map<LeadId, Lead> found = leads.find(List.of(id));
        return found.get(id);
    }

    /** Inserting an act a second time changes nothing. */
    private void keep(@Nullable Act act) {
        if (act != null) {
            acts.write(List.of(act));
        }
    }
}
