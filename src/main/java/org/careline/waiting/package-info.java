/**
 * The waiting line: callers who wait for a coordinator, those who hung up and keep their place for a call back, and the
 * phones that are rung for them. What is next is decided by pure rules over all that wait; what is decided is written before
 * it is done. Whether somebody is on a call is read from what is written and ends by itself, so nothing stays engaged for
 * ever. This module speaks no carrier's language: whoever does rings the phones. {@code LineDecisions} is the file to read
 * first.
 */
@ApplicationModule(
        allowedDependencies = {"node", "settings", "contact", "store", "staff", "lead", "routing", "snapshot"})
@NullMarked
package org.careline.waiting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
