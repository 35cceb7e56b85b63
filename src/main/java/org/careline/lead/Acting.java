package org.careline.lead;

import java.time.Instant;
import org.careline.staff.Actor;

/**
 * Somebody who is doing something with leads now.
 *
 * @param act what it is called; the same act a second time changes nothing
 * @param by who does it
 */
public record Acting(ActId act, Actor.Worker by, Instant at) {}
