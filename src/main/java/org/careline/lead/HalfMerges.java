package org.careline.lead;

import java.util.List;
import org.careline.staff.Actor;

/** Finds leads whose merge may be half done. */
public interface HalfMerges {

    /**
     * Merged leads of which nobody has seen since that their root lists them.
     *
     * @throws org.careline.store.StoreUnavailable if the store does not answer in time
     */
    List<Lead> joining(int limit, Actor reader);
}
