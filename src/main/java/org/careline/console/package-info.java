/**
 * Pages for those who work the leads: the queue, a lead, and a stream that tells open pages what has changed. Everything
 * here asks for a sign-in. The stream carries ids and revisions only; what changed is fetched by the one who may see it.
 */
@ApplicationModule(
        allowedDependencies = {
            "node",
            "contact",
            "settings",
            "safety",
            "staff",
            "store",
            "lead",
            "assignment",
            "consent",
            "followup",
            "draft",
            "inbox",
            "recording",
            "snapshot",
            "rehearsal",
            "web"
        })
@NullMarked
package org.careline.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
