package org.careline.safety;

import java.util.List;
import org.careline.safety.Spellings.Word;

/** The letters of a row of words, without what is between them, and where the words begin and end. */
final class Letters {

    private final StringBuilder letters = new StringBuilder();
    private final List<Word> words;
    private final int[] wordAt;

    Letters(List<Word> words) {
        this.words = words;
        this.wordAt =
                new int[words.stream().mapToInt(word -> word.text().length()).sum()];
        for (int number = 0; number < words.size(); number++) {
            for (char letter : words.get(number).text().toCharArray()) {
                wordAt[letters.length()] = number;
                letters.append(letter);
            }
        }
    }

    int size() {
        return letters.length();
    }

    char at(int place) {
        return letters.charAt(place);
    }

    boolean begins(int place) {
        return place == 0 || wordAt[place] != wordAt[place - 1];
    }

    boolean ends(int place) {
        return place == size() - 1 || wordAt[place] != wordAt[place + 1];
    }

    /** The last letter of the word of this one. */
    int endOfWord(int place) {
        int end = place;
        while (!ends(end)) {
            end++;
        }
        return end;
    }

    /** The first of the typed words from which this letter comes. */
    int firstTyped(int place) {
        return words.get(wordAt[place]).first();
    }

    /** The last of them. */
    int lastTyped(int place) {
        return words.get(wordAt[place]).last();
    }
}
