/**
 * What callers and coordinators hear, as documents that the phone company plays. Everything is made from the clinic's files
 * and from values; nothing here reaches the inbox, the store or the network, so that a caller can always be answered.
 * {@code CallScripts} is the file to read first.
 */
@ApplicationModule(allowedDependencies = {"settings", "contact", "safety", "staff", "consent", "routing"})
@NullMarked
package org.careline.speech;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
