package org.careline.safety;

import java.util.ArrayList;
import java.util.List;

/** Reads a {@link PhrasePattern} from the left to the right. */
final class PhraseReader {

    private final String text;
    private int place;

    PhraseReader(String text) {
        this.text = text;
    }

    boolean atEnd() {
        return place == text.length();
    }

    private boolean next(char sign) {
        boolean there = !atEnd() && text.charAt(place) == sign;
        place += there ? 1 : 0;
        return there;
    }

    /** Up to the end, a bar or a closing bracket. */
    List<List<String>> row() {
        List<List<String>> places = new ArrayList<>();
        while (!atEnd() && text.charAt(place) != '|' && text.charAt(place) != ')') {
            if (next(' ')) {
                continue;
            }
            places.add(next('(') ? group() : List.of(word()));
        }
        return places;
    }

    private List<String> group() {
        List<String> choices = new ArrayList<>(ways(row()));
        while (next('|')) {
            choices.addAll(ways(row()));
        }
        if (!next(')')) {
            place = text.length();
            choices.add("(");
        }
        if (next('?')) {
            choices.add("");
        }
        return choices.stream().distinct().toList();
    }

    private String word() {
        int from = place;
        while (!atEnd() && " ()|".indexOf(text.charAt(place)) < 0) {
            place++;
        }
        return text.substring(from, place);
    }

    private static List<String> ways(List<List<String>> places) {
        List<String> ways = List.of("");
        for (List<String> place : places) {
            ways = PhrasePattern.together(ways, place);
        }
        return ways;
    }
}
