package org.careline.assignment;

import java.time.Instant;
import org.careline.lead.LeadId;
import org.careline.staff.CoordinatorId;

/**
 * A lead that was decided to go to somebody.
 *
 * @param term the number of the decision, by which the lead tells whether it came true
 * @param pass where the coordinator stood in the rotation, if they have just come back to it
 */
public record Grant(CoordinatorId to, LeadId lead, int term, Instant at, long pass) {}
