/**
 * Everything that speaks Twilio: who may call us, what a caller hears, what is learnt of a call afterwards. A caller is
 * always answered, from values that were rendered at the start; neither the store nor the network is asked. What came in
 * goes to the inbox before the answer leaves. Whatever fails here ends in {@code LastResort}, which needs nothing.
 * {@code TwilioRoutes} is the file to read first.
 */
@ApplicationModule(
        allowedDependencies = {
            "node",
            "settings",
            "web",
            "contact",
            "safety",
            "store",
            "staff",
            "lead",
            "followup",
            "routing",
            "snapshot",
            "waiting",
            "inbox",
            "recording"
        })
@NullMarked
package org.careline.telephony;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
