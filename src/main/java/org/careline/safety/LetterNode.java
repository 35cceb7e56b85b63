package org.careline.safety;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A place on the way through the phrases of a {@link LetterTree}. */
final class LetterNode<T> {

    /** A masked letter in a text; at the end of a word of a phrase, any further letters. */
    static final char ANY = '*';

    final Map<Character, LetterNode<T>> children = new TreeMap<>();
    final List<LetterNode<T>> onward = new ArrayList<>();
    final List<T> whole = new ArrayList<>();
    final List<T> begun = new ArrayList<>();

    /** All phrases share their first words, so that most words of a text lead nowhere at once. */
    void fill(List<String> place, LetterNode<T> after, T value) {
        for (String letters : place) {
            if (letters.endsWith(String.valueOf(ANY))) {
                end(letters.substring(0, letters.length() - 1)).begun.add(value);
            } else {
                end(letters).onward.add(after);
            }
        }
    }

    private LetterNode<T> end(String letters) {
        LetterNode<T> node = this;
        for (int at = 0; at < letters.length(); at++) {
            node = node.children.computeIfAbsent(letters.charAt(at), any -> new LetterNode<>());
        }
        return node;
    }
}
