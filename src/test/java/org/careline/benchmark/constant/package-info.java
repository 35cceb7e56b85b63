/**
 * Constant answers beside which Careline's own are measured. A measured node gets these classes on its class path and the
 * profile {@code benchmark}; the product ships nothing of it.
 */
@NullMarked
package org.careline.benchmark.constant;

import org.jspecify.annotations.NullMarked;
