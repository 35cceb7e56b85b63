/**
 * What tells that somebody may be in danger: phrases that lead to the crisis line at once. Pure; high recall before precision,
 * for nobody is refused anything by being taken too seriously.
 */
@ApplicationModule(allowedDependencies = "settings")
@NullMarked
package org.careline.safety;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
