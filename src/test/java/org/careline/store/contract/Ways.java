package org.careline.store.contract;

/** Who meddles on the way of each of two nodes to their store. */
record Ways(Meddling one, Meddling other) {

    /** Nobody. */
    static final Ways FREE = alike(new Meddling() {});

    /** The same on both. */
    static Ways alike(Meddling both) {
        return new Ways(both, both);
    }

    /** The same, and the store itself is another one. */
    Ways to(Meddling store) {
        return new Ways(one.behind(store), other.behind(store));
    }
}
