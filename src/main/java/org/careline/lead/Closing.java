package org.careline.lead;

import java.time.Instant;

/**
 * The end of an episode.
 *
 * @param at when; never earlier than the last inbound contact that the closing person saw
 */
public record Closing(CloseReason reason, Instant at) {}
