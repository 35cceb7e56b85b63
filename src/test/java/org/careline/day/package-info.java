/** A day at the clinic's front desk: the whole application, its real doors, and a clock that is moved by hand. */
@NullMarked
package org.careline.day;

import org.jspecify.annotations.NullMarked;
