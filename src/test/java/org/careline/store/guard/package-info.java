/**
 * Stands in for the server that is not here: every command that the tests send to the store is held against what a real
 * MongoDB, and a sharded one, would take.
 */
@NullMarked
package org.careline.store.guard;

import org.jspecify.annotations.NullMarked;
