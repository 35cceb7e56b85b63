/**
 * The promises of the product, the tests that hold each, and the page that says both. A test is marked where it stands; the
 * page is written from the marks, so that it cannot name a test that is gone.
 */
@NullMarked
package org.careline.promises;

import org.jspecify.annotations.NullMarked;
