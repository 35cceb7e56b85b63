package org.careline.lead;

import java.time.Instant;

/**
 * A lead and when it was written last, by the clock of the node that wrote it.
 */
public record WrittenLead(Lead lead, Instant at) {}
