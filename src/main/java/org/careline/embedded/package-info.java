/**
 * The embedded store: with no database configured, Careline serves MongoDB's wire protocol to itself on a loopback
 * port and keeps the documents below its data folder. A write is appended to the {@code journal} first and acknowledged
 * when the journal is on the disk; an MVStore file is the checkpoint from which a start begins. It does what Careline
 * sends and refuses everything else loudly (see {@link org.careline.embedded.Gate}): better an error in a test than a
 * lie in a clinic. Query language and BSON come from mongo-java-server's core, everything that stores is ours.
 */
@ApplicationModule(allowedDependencies = {"journal", "node"})
@NullMarked
package org.careline.embedded;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
