/**
 * What tests of several modules share: the outside world, played. Nothing here calls the product's own code, so that a
 * fault in it cannot hide itself. Numbers are 555-01xx, names are invented. Requests are built as values and sent by the
 * test.
 */
@NullMarked
package org.careline.support;

import org.jspecify.annotations.NullMarked;
