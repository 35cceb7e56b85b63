package org.careline.intake;

import org.careline.assignment.Grant;
import org.careline.assignment.Rotation;

/**
 * A coordinator is to be charged with a lead.
 *
 * @param rotation as it was read before anything was decided
 */
record Charge(Rotation rotation, Grant given) {}
