/** Measures the house itself. */
@NullMarked
package org.careline.house;

import org.jspecify.annotations.NullMarked;
