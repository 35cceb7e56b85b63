package org.careline.contact;

import java.lang.Character.UnicodeScript;
import java.util.Set;
import java.util.stream.Collectors;

/** In how many alphabets a text is written: an address with letters of two may be there to be taken for another. */
final class Alphabets {

    /** They belong to no alphabet: digits, punctuation, accents. */
    private static final Set<UnicodeScript> NONE =
            Set.of(UnicodeScript.COMMON, UnicodeScript.INHERITED, UnicodeScript.UNKNOWN);

    /** East Asian texts have them all, Latin letters among them (Unicode technical standard 39, §5.2). */
    private static final Set<UnicodeScript> EAST_ASIAN = Set.of(
            UnicodeScript.LATIN,
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.HANGUL,
            UnicodeScript.BOPOMOFO);

    private Alphabets() {}

    static boolean several(String text) {
        Set<UnicodeScript> found = text.codePoints()
                .mapToObj(UnicodeScript::of)
                .filter(script -> !NONE.contains(script))
                .collect(Collectors.toSet());
        return found.size() > 1 && !EAST_ASIAN.containsAll(found);
    }
}
