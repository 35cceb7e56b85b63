package org.careline.intake;

import org.careline.store.Versioned;

/**
 * The right to be the one worker that decides. It saves work; it does not make anything safe.
 *
 * @param id what is leased
 * @param holder the node that has it; empty if it was given back
 * @param beat counted up by the holder; where it stands still, the holder is gone
 */
record Lease(String id, long rev, String holder, long beat) implements Versioned<String> {

    static final String INTAKE = "intake";

    static Lease free() {
        return new Lease(INTAKE, 0, "", 0);
    }

    Lease heldBy(String node) {
        return new Lease(id, rev, node, beat + 1);
    }

    /** As it is stored after it was written. */
    Lease stored() {
        return new Lease(id, rev + 1, holder, beat);
    }
}
