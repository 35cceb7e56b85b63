/**
 * Who is rung for a call, in which order and for how long: pure decisions, from the clinic's files, presence and what is
 * known of the caller. A plan rings each coordinator at most once and says of each why or why not. It is a function of its
 * arguments: what continues it on another node are its version and the coordinators' positions. The clinic's example calls
 * are held against it.
 */
@ApplicationModule(allowedDependencies = {"contact", "settings", "staff"})
@NullMarked
package org.careline.routing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
