/**
 * How fast Careline is, as ratios within one run (design, figures to reach). A store process and a node are started as a
 * clinic would start them and visited over keep-alive connections; beside them stand a constant answer from the same
 * server and a bare durable write to the same store. Nothing here is asserted, and no build runs it: see the README.
 */
@NullMarked
package org.careline.benchmark;

import org.jspecify.annotations.NullMarked;
