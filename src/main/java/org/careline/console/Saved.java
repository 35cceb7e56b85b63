package org.careline.console;

import java.util.Map;

/**
 * What was done, and what was typed besides, which stays in the form.
 *
 * @param words in a sentence
 * @param rest what is not done yet, by field
 */
record Saved(String words, Map<String, String> rest) {

    Saved {
        rest = Map.copyOf(rest);
    }

    /** Nothing that was typed reaches a log. */
    @Override
    public String toString() {
        return "Saved[" + words + "]";
    }
}
