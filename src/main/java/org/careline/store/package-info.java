/**
 * How Careline changes a stored document: insert it under its own id, or replace it where its {@code rev} still is what
 * was read. Nothing else, so that the same code is right on the embedded store, a replica set and a sharded cluster.
 * A write's answer is the set of documents that surely hold; everything else is unknown and decided anew.
 */
@ApplicationModule(allowedDependencies = "node")
@NullMarked
package org.careline.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
