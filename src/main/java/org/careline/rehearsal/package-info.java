/**
 * The rehearsal phone network: a Twilio inside the application. It plays calls over signed HTTP against the same addresses
 * that Twilio would ask, knows TwiML and Twilio's protocol and nothing of Careline's own classes, and is there only while no
 * Twilio account is set. Nothing leaves this machine. {@code PhoneNetwork} is its door, {@code Player} the file to read first.
 */
@ApplicationModule(allowedDependencies = {"node", "web", "settings"})
@NullMarked
package org.careline.rehearsal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
