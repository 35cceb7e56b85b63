/**
 * The deterministic simulation of intake. At the bottom a small theatre that knows documents with a revision and nothing of
 * intake: {@link org.careline.intake.simulation.Stage}, actors that run one at a time, a
 * {@link org.careline.intake.simulation.SimulatedStore} whose bulks can be cut anywhere, weather, all drawn from one seed; a
 * killed actor unwinds with an {@code Error}, and what it had sent may still land later. On it a whole clinic
 * ({@link org.careline.intake.simulation.SimulatedClinic}), histories of what happens to it, the play of one of them and the
 * search among many. Workers, and the faults that are planted in them, lie beside the flow that they are made of.
 */
@NullMarked
package org.careline.intake.simulation;

import org.jspecify.annotations.NullMarked;
