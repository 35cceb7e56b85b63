package org.careline.lead;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.careline.store.Change;
import org.careline.store.GuardedStore;
import org.jspecify.annotations.Nullable;

/**
 * Changes single leads on behalf of people. A change is one guarded write of the lead that also carries the act; the act
 * before it is put into the collection of acts first, so that a crash at any instant loses none.
 */
public final class LeadDesk {

    private final GuardedStore<LeadId, Lead> leads;
    private final GuardedStore<ActId, CoordinatorAct> acts;

    public LeadDesk(GuardedStore<LeadId, Lead> leads, GuardedStore<ActId, CoordinatorAct> acts) {
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
     * @param change the new lead; empty to decline. Pure: asked anew if the lead was changed by somebody else meanwhile
     * @throws org.careline.store.StoreUnavailable if the store did not answer in time, or others were quicker too often
     */
    public Changed change(LeadId id, Function<Lead, Optional<Lead>> change) {
        Change<Lead> made = leads.change(
                id,
                lead -> lead.merge().mergedInto() == null ? change.apply(lead) : Optional.empty(),
                replaced -> keep(replaced.work().lastAct()));
        if (made.before().isEmpty()) {
            return new Changed.Missing();
        }
        Lead before = made.before().get();
        LeadId other = before.merge().mergedInto();
        if (other != null) {
            return change(other, change);
        }
        made.after().ifPresent(lead -> keep(lead.work().lastAct()));
        return made.after().<Changed>map(Changed.Written::new).orElseGet(() -> new Changed.Declined(before));
    }

    /** The lead as it is now, or the one that took it over; empty if there is none. */
    public Optional<Lead> find(LeadId id) {
        Lead lead = leads.find(List.of(id)).get(id);
        while (lead != null && lead.merge().mergedInto() != null) {
            LeadId other = lead.merge().mergedInto();
            lead = leads.find(List.of(other)).get(other);
        }
        return Optional.ofNullable(lead);
    }

    /** Inserting an act a second time changes nothing. */
    private void keep(@Nullable CoordinatorAct act) {
        if (act != null) {
            acts.write(List.of(act));
        }
    }
}
