package org.careline.api;

import java.util.List;
import java.util.Optional;

/**
 * One page of coordinators.
 *
 * @param next the cursor of the following page; empty if this is the last one
 */
record CoordinatorPage(List<CoordinatorOut> items, Optional<String> next) {}
