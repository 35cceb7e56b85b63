package org.careline.lead;

import java.time.Instant;

/**
 * How far the attempts to reach somebody have come. A contact later than the last outcome begins it anew; that is told by
 * the lead's history.
 *
 * @param cadence the plan's name
 * @param startedAt the contact, or the time agreed with the person, from which the plan's days count
 * @param attempts how many were made since
 */
public record FollowUp(String cadence, Instant startedAt, int attempts) {}
