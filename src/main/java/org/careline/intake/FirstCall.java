package org.careline.intake;

import java.time.Instant;
import org.careline.lead.Explanation;

/**
 * The first call that a contact asks for.
 *
 * @param dueAt when it is due
 * @param why by which rule
 */
record FirstCall(Instant dueAt, Explanation why) {}
