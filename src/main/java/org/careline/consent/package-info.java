/**
 * What people allow: the hours in which they may be called, and that a version of the consent texts never names two
 * wordings. Whoever asks for consent reads the texts from {@code settings}; what was asked is remembered here. The hours
 * are pure.
 */
@ApplicationModule(allowedDependencies = {"node", "settings", "staff", "store"})
@NullMarked
package org.careline.consent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
