/**
 * What tells that somebody may be in danger: a list of phrases, found in what they write or say. It alerts people and does
 * nothing else; high recall before precision, for nobody is refused anything by being taken too seriously. And where help
 * is in a crisis, as callers and pages are told. Pure.
 */
@ApplicationModule(allowedDependencies = "settings")
@NullMarked
package org.careline.safety;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
