/**
 * Whose an inquiry is. Pure rules with evidence: a shared phone is no identity, names that cannot be one person keep leads
 * apart, and two leads that turn out to be one person are merged, the younger into the older, so that it can be undone.
 */
@ApplicationModule(allowedDependencies = {"contact", "store", "lead"})
@NullMarked
package org.careline.matching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
