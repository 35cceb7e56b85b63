package org.careline.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What comes from a phone: keys, and words that take their time. */
final class HeardInput {

    private static final int CHARACTERS_A_SECOND = 15;

    private final StringBuilder keys = new StringBuilder();
    private String words = "";
    private Instant speaksUntil = Instant.MIN;
    private boolean spoke;

    /** How long a text is spoken. */
    static Duration length(String text) {
        return Duration.ofMillis(Math.max(1_000, text.length() * 1_000L / CHARACTERS_A_SECOND));
    }

    /** Forgets what came before. */
    void open() {
        keys.setLength(0);
        words = "";
        spoke = false;
    }

    void press(String pressed) {
        keys.append(pressed);
    }

    void say(String said, Instant now) {
        words = (words + " " + said).strip();
        speak(length(said), now);
    }

    void speak(Duration time, Instant now) {
        speaksUntil = (speaksUntil.isAfter(now) ? speaksUntil : now).plus(time);
        spoke = true;
    }

    String keys() {
        return keys.toString();
    }

    boolean pressed() {
        return !keys.isEmpty();
    }

    boolean speaks(Instant now) {
        return now.isBefore(speaksUntil);
    }

    /** Whether a word was said since it was opened, or is being said. */
    boolean spoke(Instant now) {
        return spoke || speaks(now);
    }

    /** When the last word was said, or will have been. */
    Instant silentFrom() {
        return speaksUntil;
    }

    /** What was said, once it has been said to its end. */
    Optional<String> words(Instant now) {
        return words.isEmpty() || speaks(now) ? Optional.empty() : Optional.of(words);
    }
}
