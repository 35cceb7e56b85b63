/**
 * The JSON door, {@code /api/v1}: partners send inquiries, scripts read leads and the queue, coordinators
 * say whether they are here. Every path asks for the bearer
 * token before it says anything else. Faults come as problem+json, all at once, and repeat nothing that was typed.
 * Lists page by sealed cursors.
 */
@ApplicationModule(
        allowedDependencies = {
            "node",
            "web",
            "contact",
            "settings",
            "staff",
            "store",
            "lead",
            "matching",
            "assignment",
            "followup",
            "inbox",
            "speech",
            "readback",
            "recording"
        })
@NullMarked
package org.careline.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
