package org.careline.rehearsal;

/**
 * Something that did not become what a script expects.
 *
 * @param key where the script says so
 */
record Miss(String key, String found, String expected) {}
