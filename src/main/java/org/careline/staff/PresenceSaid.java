package org.careline.staff;

/**
 * Somebody said at this node that they are here, away or paused.
 *
 * @param coordinator who
 */
public record PresenceSaid(CoordinatorId coordinator) {}
