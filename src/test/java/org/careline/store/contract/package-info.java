/**
 * What Careline relies on in a store, whichever it is: one suite whose only input is an address. It runs on the embedded store
 * always, and on the server that {@code CARELINE_TEST_MONGODB_URI} names where that is set, each class in a database of its
 * own that is dropped afterwards. Answers are compared, not only whether a command was taken. What several writers do at
 * once is tagged {@code contended}; a server without atomic guarded updates cannot pass it, and is asked for the rest.
 */
@NullMarked
package org.careline.store.contract;

import org.jspecify.annotations.NullMarked;
