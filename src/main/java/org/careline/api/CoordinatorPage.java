package org.careline.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of coordinators.
 *
 * @param next the cursor of the following page; null if this is the last one
 */
record CoordinatorPage(List<CoordinatorOut> items, @Nullable String next) {}
