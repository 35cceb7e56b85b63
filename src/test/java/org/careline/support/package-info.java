/**
 * What tests of several modules share: the outside world, played, a store to talk to and a clock to move. Nothing of the
 * outside world calls the product's own code, so that a fault in it cannot hide itself. Numbers are 555-01xx, names are
 * invented.
 */
@NullMarked
package org.careline.support;

import org.jspecify.annotations.NullMarked;
