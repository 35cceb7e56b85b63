/**
 * Recordings of calls, kept by the clinic itself: fetched from the carrier, encrypted, proved to be whole, and only then
 * deleted there; listened to behind a sign-in; erased after the clinic's time. Whoever speaks to a carrier hands finished
 * recordings over and lends a {@link org.careline.recording.SoundSource}; nothing here knows Twilio. Every step is a guarded
 * write that any node can take up again.
 */
@ApplicationModule(allowedDependencies = {"node", "store", "staff", "lead"})
@NullMarked
package org.careline.recording;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
