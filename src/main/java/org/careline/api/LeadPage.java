package org.careline.api;

import java.util.List;
import java.util.Optional;

/**
 * One page of leads.
 *
 * @param next the cursor of the following page; empty if this is the last one
 */
record LeadPage(List<LeadOut> items, Optional<String> next) {}
