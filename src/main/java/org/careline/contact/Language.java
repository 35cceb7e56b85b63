package org.careline.contact;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A language that somebody speaks or writes.
 *
 * @param tag in its usual writing, such as {@code es} or {@code es-US} (BCP 47)
 */
public record Language(String tag) {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8}){0,3}");

    /** Reads a tag however it is typed, {@code es_us} too; empty if it is none. */
    public static Optional<Language> parse(String typed) {
        return Optional.of(typed)
                .filter(text -> SHAPE.matcher(text).matches())
                .map(text -> new Language(
                        Locale.forLanguageTag(text.replace('_', '-')).toLanguageTag()));
    }

    /** The language alone: {@code es} of {@code es-US}. */
    public String primary() {
        return tag.split("-", 2)[0];
    }

    /** Whether whoever speaks these can talk with them. */
    public boolean isAmong(Set<String> codes) {
        return codes.contains(primary());
    }

    /** Its English name. */
    public String inEnglish() {
        return Locale.forLanguageTag(tag).getDisplayLanguage(Locale.ENGLISH);
    }

    @Override
    public String toString() {
        return tag;
    }
}
