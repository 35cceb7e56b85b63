package org.careline.intake;

import org.careline.assignment.Given;
import org.careline.assignment.Pool;

/**
 * A coordinator is to be charged with a lead.
 *
 * @param pool as it was read before anything was decided
 */
record Charge(Pool pool, Given given) {}
