package org.careline.consent;

import org.careline.store.Versioned;

/**
 * The consent texts that people were asked under one version of a form, in one language. Written once; a version never has
 * other texts afterwards.
 *
 * @param id form, version and language, such as {@code consultation:2026-11:es}
 * @param fingerprint of the texts
 */
record ShownTexts(String id, long rev, String fingerprint) implements Versioned<String> {}
