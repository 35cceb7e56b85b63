/** What tests of several modules share: a store to talk to and a clock to move. */
@NullMarked
package org.careline.support;

import org.jspecify.annotations.NullMarked;
