package org.careline.lead;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.careline.staff.Actor;

/** Reads leads as they are stored, merged ones too. */
@FunctionalInterface
public interface LeadsById {

    /**
     * The leads with these ids, in one round trip; an id without a lead is left out.
     *
     * @throws org.careline.store.StoreUnavailable if the store does not answer in time
     */
    Map<LeadId, Lead> stored(Collection<LeadId> ids, Actor reader);

    /** The lead as it is now, or the one that took it over; empty if there is none. */
    default Optional<Lead> root(LeadId id, Actor reader) {
        Optional<Lead> lead = Optional.of(id).map(stored(List.of(id), reader)::get);
        return lead.flatMap(known ->
                known.merge().winner().map(above -> root(above, reader)).orElse(lead));
    }
}
