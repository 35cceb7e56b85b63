package org.careline.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of leads.
 *
 * @param next the cursor of the following page; null if this is the last one
 */
record LeadPage(List<LeadOut> items, @Nullable String next) {}
