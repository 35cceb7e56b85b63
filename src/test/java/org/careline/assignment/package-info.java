@NullMarked
package org.careline.assignment;

import org.jspecify.annotations.NullMarked;
