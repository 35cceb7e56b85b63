/**
 * The phone company: what Careline asks of it over REST, in our own words, and what came of it as a value; under which
 * account and address we are known there. Behind the port stands Twilio's SDK with its blind repeats taken away: a request
 * whose outcome is not known is told as that, and the one who asked decides. Nothing outside this module sees Twilio's REST
 * classes. {@code Carrier} is the file to read first.
 */
@ApplicationModule(allowedDependencies = "node")
@NullMarked
package org.careline.carrier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
