/** Careline: one phone number, one web form; whoever asks for help becomes exactly one lead. */
@NullMarked
package org.careline;

import org.jspecify.annotations.NullMarked;
