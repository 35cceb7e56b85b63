package org.careline.store;

import org.careline.node.Unavailable;

/** The store did not answer within its budget. Whether a write took place is unknown. */
public class StoreUnavailable extends Unavailable {

    /** Nothing failed, but others were quicker too often. */
    public StoreUnavailable(String doing) {
        super("The store did not answer in time: " + doing);
    }

    public StoreUnavailable(String doing, Throwable cause) {
        super("The store did not answer: " + doing, cause);
    }
}
