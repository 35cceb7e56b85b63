/** The doors to the web, served on a port, with everything behind them in memory. */
@NullMarked
package org.careline.web;

import org.jspecify.annotations.NullMarked;
