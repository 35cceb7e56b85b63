/**
 * The pages as people meet them: a whole application, a real Chromium in front of it, and an accessibility check. Where no
 * Chromium or no Node is found these tests are skipped with a word. Nothing waits for a time, only for what is to be seen.
 * Whatever a page complains about, loads from elsewhere or keeps for itself fails the test that saw it.
 */
@NullMarked
package org.careline.browser;

import org.jspecify.annotations.NullMarked;
