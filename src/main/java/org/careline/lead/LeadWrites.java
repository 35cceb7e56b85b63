package org.careline.lead;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.careline.staff.Actor;
import org.careline.store.Change;
import org.careline.store.GuardedStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one door through which leads are written. A change on behalf of a person is one guarded write of the lead that also
 * carries the act; the act before it is put into the collection of acts first, so that a crash at any instant loses none.
 */
public final class LeadWrites {

    private static final Logger LOG = LoggerFactory.getLogger(LeadWrites.class);

    private final GuardedStore<LeadId, Lead> leads;
    private final GuardedStore<ActId, CoordinatorAct> acts;

    public LeadWrites(GuardedStore<LeadId, Lead> leads, GuardedStore<ActId, CoordinatorAct> acts) {
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
     * Writes them in one round trip, each guarded by the revision that it was made from; see {@link GuardedStore#write}.
     *
     * @return the ids of those that surely hold now
     * @throws org.careline.store.StoreUnavailable if the store did not answer in time; what was written then is unknown
     */
    public Set<LeadId> write(Collection<Lead> all, Actor writer) {
        Set<LeadId> held = leads.write(all);
        LOG.debug("{} wrote {}", writer, held);
        return held;
    }

    /**
     * Changes a lead, or the one that took it over.
     *
     * @param change the new lead; empty to decline. Pure: asked anew if the lead was changed by somebody else meanwhile
     * @throws org.careline.store.StoreUnavailable if the store did not answer in time, or others were quicker too often
     */
    public Changed change(LeadId id, Actor writer, Function<Lead, Optional<Lead>> change) {
        Change<Lead> made = leads.change(
                id,
                lead -> lead.merged() ? Optional.empty() : change.apply(lead),
                replaced -> keep(replaced.work().act()));
        LOG.debug("{} changed {}: {}", writer, id, made.written());
        return made.before()
                .map(before -> before.merge()
                        .winner()
                        .map(winner -> change(winner, writer, change))
                        .orElseGet(() -> changed(before, made.after())))
                .orElseGet(Changed.Missing::new);
    }

    private Changed changed(Lead before, Optional<Lead> after) {
        after.ifPresent(lead -> keep(lead.work().act()));
        return after.<Changed>map(Changed.Written::new).orElseGet(() -> new Changed.Declined(before));
    }

    /** Inserting an act a second time changes nothing. */
    private void keep(Optional<CoordinatorAct> act) {
        act.ifPresent(done -> acts.write(List.of(done)));
    }
}
