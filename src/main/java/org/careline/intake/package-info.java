/**
 * The story of an inquiry, from the door to a lead. The inbox makes an inquiry durable and acknowledges it; the flow then
 * decides, in batches and in the open, whose it is and what is owed. Refused, suspect, unplaced and parked inquiries stay
 * here, counted and replayable. {@code IntakeFlow} is the file to read first.
 */
@ApplicationModule(
        allowedDependencies = {
            "contact",
            "staff",
            "store",
            "lead",
            "matching",
            "assignment",
            "followup",
            "node",
            "journal",
            "safety",
            "settings"
        })
@NullMarked
package org.careline.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
