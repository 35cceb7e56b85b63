/**
 * What answering a call needs, in this node's memory: who is here, whose turn it is, and whose lead a caller is. Fed from the
 * store in the background, so that a webhook asks neither store nor network; with the store down the last that was read
 * counts, and after a restart the last good copy in the data folder. What is missing makes an unknown caller, no fault.
 */
@ApplicationModule(
        allowedDependencies = {"node", "settings", "contact", "store", "staff", "lead", "assignment", "routing"})
@NullMarked
package org.careline.snapshot;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
