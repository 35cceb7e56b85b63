/**
 * How a person can be reached and called by name: phone numbers, e-mail addresses, names.
 * Every value normalises what was typed and masks itself in {@code toString()}, so that contact data cannot
 * slip into a log. Comparing two names says whether one person could bear both; area codes and ZIP codes say in which time
 * zones a person may be.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.careline.contact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
