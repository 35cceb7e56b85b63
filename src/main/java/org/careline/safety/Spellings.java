package org.careline.safety;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Takes a text as it was typed to plain words: lower case letters without accents, whatever stands between, above or around
 * them. Words that are written in several ways become one.
 */
final class Spellings {

    /** A partner's system may send what its own page showed. */
    private static final Pattern MARKUP = Pattern.compile("<[^<>]{0,200}>|&(?:nbsp|#160);");

    private static final Pattern APOSTROPHES = Pattern.compile(
            "&(?:#0?39|#x27|apos|rsquo|lsquo);|['`\u00b4\u2018\u2019\u201b\u02b9\u02bb\u02bc\u02c8\u02cb"
                    + "\u2032\u2035\u055a\u05f3\ua78c\uff07]");

    /** Marks above letters, characters that are not seen, and those that only hold a place. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{M}\\p{Cf}\u115f\u1160\u3164\uffa0]+");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^a-z0-9*]+");

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    /** As the phrases of the file are written, and nothing has to be done with it. */
    private static final Pattern PLAIN = Pattern.compile("[a-z ]*");

    /** No word has a letter three times in a row. */
    private static final Pattern DRAWN_OUT = Pattern.compile("([a-z])\\1{3,}");

    /** A mask within a word stands for letters; elsewhere it is decoration. */
    private static final Pattern NO_MASK = Pattern.compile("(?<![a-z*])\\*+|\\*+(?![a-z*])");

    private static final String LOOKS_LIKE =
            "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0455\u0501\u043c\u0442\u043a\u03b1\u03bf\u03b9\u03c4\u03ba\u03b5\u0131";
    private static final String LETTERS = "aeopcyxisdmtkaoitkei";
    private static final String DIGITS = "0134578@$";
    private static final String MEANT = "oieastbas";

    private final Map<String, String> written;
    private final Set<String> begins;
    private final int longest;

    /** @param variants the ways in which a word is written, by the word that stands for them */
    Spellings(Map<String, List<String>> variants) {
        this.written = new HashMap<>();
        variants.forEach((word, ways) ->
                ways.forEach(way -> written.put(String.join(" ", words(way)), String.join("", words(word)))));
        this.begins =
                written.keySet().stream().map(way -> way.split(" ", -1)[0]).collect(Collectors.toUnmodifiableSet());
        this.longest = written.keySet().stream()
                .mapToInt(way -> way.split(" ", -1).length)
                .max()
                .orElse(0);
    }

    /** The words of a text; a number is one digit 0. */
    static List<String> words(String text) {
        return PLAIN.matcher(text).matches() ? split(text) : split(plain(text));
    }

    private static String plain(String text) {
        String open = MARKUP.matcher(text).replaceAll(" ");
        String bare = APOSTROPHES.matcher(open).replaceAll("");
        String plain = UNSEEN.matcher(Normalizer.normalize(bare, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return NO_MASK.matcher(meant(DRAWN_OUT.matcher(plain).replaceAll("$1$1$1")))
                .replaceAll(" ");
    }

    private static List<String> split(String letters) {
        List<String> words = new ArrayList<>();
        for (String word : BETWEEN_WORDS.split(letters, -1)) {
            if (!word.isEmpty()) {
                words.add(NUMBER.matcher(word).matches() ? "0" : word);
            }
        }
        return words;
    }

    /** Letters of other alphabets and digits that are seen as one of ours; a digit only within a word. */
    private static String meant(String text) {
        StringBuilder letters = new StringBuilder(text);
        for (int place = 0; place < letters.length(); place++) {
            int foreign = LOOKS_LIKE.indexOf(letters.charAt(place));
            int digit = DIGITS.indexOf(letters.charAt(place));
            if (foreign >= 0) {
                letters.setCharAt(place, LETTERS.charAt(foreign));
            } else if (digit >= 0 && letter(letters, place - 1) && letter(text, place + 1)) {
                letters.setCharAt(place, MEANT.charAt(digit));
            }
        }
        return letters.toString();
    }

    private static boolean letter(CharSequence text, int place) {
        return place >= 0 && place < text.length() && text.charAt(place) >= 'a' && text.charAt(place) <= 'z';
    }

    /** The same words, each as the one that stands for it. */
    List<Word> standing(List<String> words) {
        List<Word> standing = new ArrayList<>();
        int from = 0;
        while (from < words.size()) {
            int many = begins.contains(words.get(from)) ? Math.min(longest, words.size() - from) : 1;
            while (many > 1 && !written.containsKey(String.join(" ", words.subList(from, from + many)))) {
                many--;
            }
            String way = many == 1 ? words.get(from) : String.join(" ", words.subList(from, from + many));
            standing.add(new Word(written.getOrDefault(way, way), from, from + many - 1));
            from += many;
        }
        return standing;
    }

    /** Whether the end of one text and the beginning of the next are written as one word. */
    boolean join(String before, String after) {
        List<String> first = words(before);
        List<String> then = words(after);
        return !first.isEmpty()
                && !then.isEmpty()
                && written.containsKey(first.get(first.size() - 1) + " " + then.get(0));
    }

    /**
     * A word and the place in the text from which it comes.
     *
     * @param first the first of its words as they were typed
     * @param last the last of them
     */
    record Word(String text, int first, int last) {}
}
