package org.careline.rehearsal;

/**
 * Something that did not become what a script expects.
 *
 * @param key where the script says so
 */
record Mismatch(String key, String found, String expected) {}
