package org.careline.safety;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * {@code crisis-phrases.yaml}: what somebody in danger may say. Whole words are compared, without case and accents, whatever
 * the language of the call: people fall back into their own.
 *
 * @param en in English
 * @param es in Spanish
 */
public record CrisisPhrases(
        @NotEmpty(message = PHRASES) List<@NotBlank(message = PHRASE) String> en,
        @NotEmpty(message = PHRASES) List<@NotBlank(message = PHRASE) String> es) {

    private static final String PHRASES = "a list of phrases";
    private static final String PHRASE = "a phrase";
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    public CrisisPhrases {
        en = List.copyOf(en);
        es = List.copyOf(es);
    }

    /** Whether one of them is in what was said; an empty text has none. */
    public boolean in(String said) {
        String words = plain(said);
        return Stream.concat(en.stream(), es.stream()).map(CrisisPhrases::plain).anyMatch(words::contains);
    }

    /** Those in this language ({@code en}, {@code es}); English for any other. */
    public List<String> of(String language) {
        return language.equals("es") ? es : en;
    }

    /** Lower case without accents, each word between single blanks. */
    private static String plain(String text) {
        String letters = ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return " " + BETWEEN_WORDS.matcher(letters).replaceAll(" ").strip() + " ";
    }
}
