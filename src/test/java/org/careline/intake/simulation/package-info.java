/**
 * A small theatre for deterministic simulation: actors that run one at a time, a store whose bulks can be cut anywhere,
 * a clock moved by hand, all of it drawn from one seed. It knows documents with a revision and nothing of intake, so that
 * any module whose state lives in guarded documents can be played on it. A killed actor unwinds with an {@code Error};
 * what it had sent may still land later.
 */
@NullMarked
package org.careline.intake.simulation;

import org.jspecify.annotations.NullMarked;
