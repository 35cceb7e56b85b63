package org.careline.intake.simulation;

import org.careline.store.Versioned;
import org.jspecify.annotations.Nullable;

/** Sees every write at the moment at which it holds. */
public interface Watcher {

    /** @param before what it replaces; null for an insert */
    void written(@Nullable Versioned<?> before, Versioned<?> after, Circumstance how);

    /** In which circumstance a write came to hold. */
    enum Circumstance {
        AT_ONCE,
        /** Its writer had slept inside the bulk. */
        AFTER_A_SLEEP,
        /** Its writer had given it up, or was dead. */
        GIVEN_UP
    }
}
