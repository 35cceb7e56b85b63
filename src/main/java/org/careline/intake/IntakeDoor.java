package org.careline.intake;

import org.careline.inbox.StoredInquiry;

/** Where a batch enters the flow; it is done with when this returns, well or not. */
interface IntakeDoor {

    void take(Batch<StoredInquiry> batch);
}
