/**
 * The journey of an inquiry from the inbox to a lead. The flow decides, in batches and in the open, whose it is and what is
 * owed. Nothing uses this module. {@code IntakeFlow} is the file to read first.
 */
@ApplicationModule(
        allowedDependencies = {
            "contact",
            "staff",
            "store",
            "lead",
            "inbox",
            "matching",
            "assignment",
            "followup",
            "node",
            "safety"
        })
@NullMarked
package org.careline.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
