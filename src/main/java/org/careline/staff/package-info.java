/**
 * Who works for the clinic and when: coordinators, shifts, presence, opening hours and holidays, and the alarms that reach
 * people. A coordinator is on shift by the roster; presence only narrows that, and ends by itself.
 */
@ApplicationModule(allowedDependencies = {"contact", "node", "settings", "store"})
@NullMarked
package org.careline.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
