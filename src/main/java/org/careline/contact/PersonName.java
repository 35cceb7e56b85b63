package org.careline.contact;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name a person gave. {@code toString()} shows the first letter only.
 *
 * @param text the name as typed, white space folded; 1 to 120 characters
 */
public record PersonName(String text) {

    private static final int LONGEST = 120;
    private static final Pattern MARKS = Pattern.compile("[\\p{M}\\p{Cf}]+");
    private static final Pattern APOSTROPHES = Pattern.compile("[’'`.]");
    private static final Pattern NOT_A_LETTER = Pattern.compile("[^\\p{L}]+");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    public PersonName {
        text = SPACE.matcher(text.strip()).replaceAll(" ");
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new IllegalArgumentException("A name has 1 to 120 characters");
        }
    }

    /**
     * Whether one person could bear both names: the given names are equal, nicknames or initials of each other, and
     * the surnames, where both have one, share a part. A name without letters says nothing and fits every other.
     */
    public boolean fits(PersonName other) {
        List<String> mine = words();
        List<String> theirs = other.words();
        if (mine.isEmpty() || theirs.isEmpty() || mine.equals(theirs)) {
            return true;
        }
        return givenNamesFit(mine.get(0), theirs.get(0))
                && surnamesFit(mine.subList(1, mine.size()), theirs.subList(1, theirs.size()));
    }

    private static boolean givenNamesFit(String mine, String theirs) {
        boolean initial = mine.length() == 1 || theirs.length() == 1;
        return mine.equals(theirs)
                || (initial && mine.charAt(0) == theirs.charAt(0))
                || Nicknames.ofOnePerson(mine, theirs);
    }

    private static boolean surnamesFit(List<String> mine, List<String> theirs) {
        return mine.isEmpty() || theirs.isEmpty() || mine.stream().anyMatch(word -> matchesAny(word, theirs));
    }

    private static boolean matchesAny(String word, List<String> others) {
        return others.stream()
                .anyMatch(other -> word.equals(other)
                        || ((word.length() == 1 || other.length() == 1) && word.charAt(0) == other.charAt(0)));
    }

    private List<String> words() {
        String plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        String joined = APOSTROPHES.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("");
        return Arrays.stream(NOT_A_LETTER.split(joined))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    @Override
    public String toString() {
        return text.charAt(0) + "…";
    }
}
