package org.careline.safety;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A phrase as the file has it: words, {@code (one|or another)} for a choice, {@code (so)?} for what may be left out,
 * {@code word*} at the end for every word that begins so, {@code 0} for any number. Groups may stand within groups.
 *
 * @param places one after the other, each with what may stand there; an empty text where nothing may
 */
record PhrasePattern(List<List<String>> places) {

    /** More ways to fill one place than this are a mistake. */
    private static final int MOST = 500;

    private static final Pattern SIGNS = Pattern.compile("[()|?*]");

    /** Empty if it is not written as it should be. */
    static Optional<PhrasePattern> read(String phrase) {
        PhraseReader reader = new PhraseReader(phrase);
        List<List<String>> places = reader.row();
        boolean whole = reader.atEnd()
                && places.stream()
                        .allMatch(
                                place -> place.size() <= MOST && place.stream().allMatch(PhrasePattern::plain))
                && places.stream().anyMatch(place -> !place.contains(""))
                && places.stream()
                        .limit(Math.max(0, places.size() - 1L))
                        .allMatch(place -> place.stream().noneMatch(words -> words.endsWith("*")));
        return whole ? Optional.of(new PhrasePattern(places)) : Optional.empty();
    }

    private static boolean plain(String words) {
        String bare = words.endsWith("*") ? words.substring(0, words.length() - 1) : words;
        return !SIGNS.matcher(bare).find()
                && (words.isEmpty() || !Spellings.words(bare).isEmpty());
    }

    /** Two ways to say it: with the first choice everywhere, and with the last. */
    Stream<String> samples() {
        return Stream.of(
                        places.stream().map(place -> place.get(0)).toList(),
                        places.stream()
                                .map(place -> place.get(place.size() - 1))
                                .toList())
                .map(words -> String.join(" ", words).strip())
                .distinct();
    }

    /**
     * The same, with the words together that are written as one: a choice takes in the word beside it.
     *
     * @param spellings says which are
     */
    PhrasePattern joined(Spellings spellings) {
        List<List<String>> joined = new ArrayList<>();
        for (List<String> place : places) {
            List<String> before = joined.isEmpty() ? List.of() : joined.get(joined.size() - 1);
            boolean beside = before.size() == 1 || place.size() == 1;
            if (beside && before.stream().anyMatch(one -> place.stream().anyMatch(two -> spellings.join(one, two)))) {
                joined.set(joined.size() - 1, together(before, place));
            } else {
                joined.add(place);
            }
        }
        return new PhrasePattern(joined);
    }

    static List<String> together(List<String> before, List<String> after) {
        return before.stream()
                .flatMap(one -> after.stream().map(two -> (one + " " + two).strip()))
                .distinct()
                .toList();
    }
}
