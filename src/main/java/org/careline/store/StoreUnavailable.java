package org.careline.store;

/** The store did not answer within its budget. Whether a write took place is unknown. */
public class StoreUnavailable extends RuntimeException {

    public StoreUnavailable(String doing, Throwable cause) {
        super("The store did not answer: " + doing, cause);
    }
}
