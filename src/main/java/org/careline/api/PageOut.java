package org.careline.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next the cursor of the following page; null if this is the last one
 */
record PageOut<T>(List<T> items, @Nullable String next) {}
