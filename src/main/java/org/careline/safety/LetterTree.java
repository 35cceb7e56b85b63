package org.careline.safety;

import java.util.ArrayList;
import java.util.List;

/**
 * Phrases as paths of letters. A phrase is found where it begins with a word and ends with one, whatever is between its
 * letters: nothing, blanks or line breaks. A letter may be written more often than the phrase has it, and a masked letter is any.
 *
 * @param <T> what is known of a phrase
 */
final class LetterTree<T> {

    /** A phrase of which more letters are masked is not looked for: it could be anything. */
    private static final int MOST_MASKED = 2;

    /** A letter that stands there more often is shortened before ({@link Spellings}). */
    private static final int MOST_AGAIN = 3;

    /** Is told of a phrase. */
    interface Found<T> {
        void at(T value, int first, int last);
    }

    private final LetterNode<T> root = new LetterNode<>();

    /**
     * @param places one after the other, each with the letters that may stand there; an empty text where nothing may, a star
     *     at the end for every word that begins so
     */
    void add(List<List<String>> places, T value) {
        LetterNode<T> after = new LetterNode<>();
        after.whole.add(value);
        boolean mayBegin = true;
        List<LetterNode<T>> onward = new ArrayList<>(List.of(after));
        for (int number = places.size() - 1; number > 0; number--) {
            LetterNode<T> here = new LetterNode<>();
            here.fill(places.get(number), onward.get(0), value);
            onward.add(0, here);
        }
        for (int number = 0; mayBegin && number < places.size(); number++) {
            root.fill(
                    places.get(number).stream()
                            .filter(letters -> !letters.isEmpty())
                            .toList(),
                    onward.get(number),
                    value);
            mayBegin = places.get(number).contains("");
        }
    }

    /** Tells every phrase that is found, also behind an "I" that was written together with it, with the places of its first and its last letter. */
    void find(Letters text, Found<T> found) {
        for (int start = 0; start < text.size(); start++) {
            boolean afterI = start > 0 && text.begins(start - 1) && text.at(start - 1) == 'i';
            if (text.begins(start) || afterI) {
                new Walk(text, start, found).from(root, start, 0);
            }
        }
    }

    /** The ways through the phrases from one word on. */
    private final class Walk {

        private final Letters text;
        private final int start;
        private final Found<T> found;

        Walk(Letters text, int start, Found<T> found) {
            this.text = text;
            this.start = start;
            this.found = found;
        }

        /** Every phrase that goes on from here, with the letter at this place. */
        void from(LetterNode<T> node, int place, int masked) {
            tell(node, place - 1);
            node.onward.forEach(onward -> from(onward, place, masked));
            if (place == text.size()) {
                return;
            }
            char letter = text.at(place);
            if (letter != LetterNode.ANY) {
                LetterNode<T> child = node.children.get(letter);
                if (child != null) {
                    after(child, place, masked);
                }
            } else if (masked < MOST_MASKED) {
                node.children.values().forEach(child -> after(child, place, masked + 1));
            }
        }

        /** The letter was met, once or again and again. */
        private void after(LetterNode<T> node, int place, int masked) {
            int last = place;
            from(node, last + 1, masked);
            while (last < place + MOST_AGAIN && last + 1 < text.size() && text.at(last + 1) == text.at(place)) {
                last++;
                from(node, last + 1, masked);
            }
        }

        private void tell(LetterNode<T> node, int last) {
            if (last < start) {
                return;
            }
            if (text.ends(last)) {
                node.whole.forEach(value -> found.at(value, start, last));
            }
            node.begun.forEach(value -> found.at(value, start, text.endOfWord(last)));
        }
    }
}
