@NullMarked
package org.careline.followup;

import org.jspecify.annotations.NullMarked;
