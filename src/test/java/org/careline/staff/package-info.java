@NullMarked
package org.careline.staff;

import org.jspecify.annotations.NullMarked;
