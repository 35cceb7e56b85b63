/**
 * What the phone company's lists say that its webhooks did not: calls and recordings of which nobody told us are given to the
 * inbox, and the set-up of the clinic's numbers is compared with what it must be. The sounds of recordings come from there
 * too. All of it asks the carrier in the background; no caller waits for any of it. {@code ReadBack} is the file to read
 * first.
 */
@ApplicationModule(
        allowedDependencies = {
            "node",
            "settings",
            "contact",
            "store",
            "staff",
            "lead",
            "waiting",
            "carrier",
            "inbox",
            "recording"
        })
@NullMarked
package org.careline.readback;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
