/**
 * What came in. An inquiry is read, made durable and acknowledged here, before anything is decided: in the store where that is
 * quick, else in this node's journal, which is drained into the store. What is learnt of it later is added; what waits for a
 * person is listed, replayed or dismissed. Every door may use it; whose an inquiry is and what is owed is not known here.
 * {@code DurableInbox} is the file to read first.
 */
@ApplicationModule(allowedDependencies = {"contact", "staff", "store", "lead", "node", "journal", "safety", "settings"})
@NullMarked
package org.careline.inbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
