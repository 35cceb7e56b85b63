/**
 * What Careline asks of its carrier over REST, in our own words, and what came of it as a value. Behind the port stands
 * Twilio's SDK with its blind repeats taken away: a request whose outcome is not known is told as that, and the one who asked
 * decides. Nothing outside this package sees Twilio's REST classes.
 */
@NullMarked
package org.careline.telephony.carrier;

import org.jspecify.annotations.NullMarked;
