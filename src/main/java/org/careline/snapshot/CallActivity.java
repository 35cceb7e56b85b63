package org.careline.snapshot;

import org.careline.routing.PhoneActivity;

/** What coordinators do on the phone, as it is stored. */
public interface CallActivity {

    /** @throws org.careline.store.StoreUnavailable if the store does not answer in time */
    PhoneActivity read();
}
