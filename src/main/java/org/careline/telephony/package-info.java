/**
 * What the phone company asks of us: who may call us, where a call goes, what its webhooks tell of it afterwards. A caller is always
 * answered, by documents of {@code speech} that were rendered at the start; neither the store nor the network is asked. What
 * came in goes to the inbox before the answer leaves. Whatever fails here ends in {@code LastResort}, which needs nothing.
 * {@code InboundCalls} tells the journey of a call and is the file to read first; {@code TwilioRoutes} is the table of webhooks.
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
            "consent",
            "followup",
            "routing",
            "snapshot",
            "waiting",
            "carrier",
            "speech",
            "inbox",
            "recording",
            "readback"
        })
@NullMarked
package org.careline.telephony;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
