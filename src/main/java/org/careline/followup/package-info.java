/**
 * When a person is contacted again: the cadences that plan attempts to reach them within the hours that they allow, and
 * what each outcome of an attempt makes owed next. Rules are pure functions of the clinic's data files and the values
 * given; every plan says why it is as it is.
 */
@ApplicationModule(allowedDependencies = {"contact", "settings", "staff", "consent", "lead"})
@NullMarked
package org.careline.followup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
