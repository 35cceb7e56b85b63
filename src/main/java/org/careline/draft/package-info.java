/**
 * What somebody has typed on a page and not saved yet. Each open page has a sheet of its own, so that two pages of one person
 * never write over each other; a sheet ends when what is on it is saved, set aside by its writer, or when nobody has touched the
 * draft for the clinic's time. What is on a sheet is sealed in the store and reaches no log.
 */
@ApplicationModule(allowedDependencies = {"node", "store", "staff", "lead"})
@NullMarked
package org.careline.draft;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
