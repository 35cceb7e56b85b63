package org.careline.speech;

/**
 * Where recorded prompts are fetched.
 *
 * @param text scheme, host and port in front of a prompt's path; empty while nobody but this machine asks for them
 */
public record SoundsBase(String text) {}
