package org.careline.routing;

import java.time.Duration;

/**
 * How long what a call is made of can last at most, besides the ringing.
 *
 * @param greeting all that is said before the first phone rings, and the time that a caller has to press a key
 * @param whisper what is said to a coordinator before they can press a key
 * @param hold the same before each of the next rings
 * @param voicemail from the words before the tone to the last goodbye, the longest message included; and what a caller can do instead
 */
public record SpokenTimes(Duration greeting, Duration whisper, Duration hold, Duration voicemail) {}
