package org.careline.settings;

import jakarta.validation.constraints.NotBlank;

/**
 * One text in the languages people are answered in. Both are required: nobody hears a language he did not choose.
 *
 * @param en English
 * @param es Spanish
 */
public record LocalizedText(
        @NotBlank(message = "the English text") String en,
        @NotBlank(message = "the Spanish text") String es) {

    /** The text in this language ({@code en}, {@code es}); English for any other. */
    public String in(String language) {
        return language.equals("es") ? es : en;
    }
}
