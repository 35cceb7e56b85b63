package org.careline.followup;

import java.time.Instant;
import org.careline.consent.CallableTime.Within;

/**
 * How the due time of an attempt came about.
 *
 * @param startsAt from when the cadence's times count
 * @param wantedAt what the cadence says, but not too soon after the attempt before
 * @param dueAt what remains of that by the hours in which the person may be called
 * @param within which hours could be kept
 */
record Timing(Instant startsAt, Instant wantedAt, Instant dueAt, Within within) {}
