/** Tests of keeping recordings. */
@NullMarked
package org.careline.recording;

import org.jspecify.annotations.NullMarked;
