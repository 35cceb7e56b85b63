package org.careline.safety;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.careline.safety.CrisisPhrases.Phrases;
import org.careline.safety.Spellings.Word;

/**
 * Looks for words of danger in what somebody wrote or said. Nothing but a list of phrases: it weighs no feelings and answers
 * nobody; it tells people that they should look. High recall before precision. Pure, the same for the same text; safe for any
 * number of threads.
 */
public final class PhraseScan {

    /** A denial is taken back within so many words: "I am not suicidal but …". */
    private static final int TURN_WITHIN = 8;

    private static final List<String> LANGUAGES = List.of("en", "es");

    private final CrisisPhrases phrases;
    private final Spellings spellings;
    private final Set<String> fillers;
    private final Set<String> turns;
    private final LetterTree<Sort> tree = new LetterTree<>();

    private PhraseScan(CrisisPhrases phrases) {
        this.phrases = phrases;
        this.spellings = new Spellings(phrases.spellings());
        this.fillers = single(phrases.fillers());
        this.turns = single(phrases.turns()).stream().map(PhraseScan::once).collect(Collectors.toUnmodifiableSet());
        for (String language : LANGUAGES) {
            phrases.heard().all().forEach((kind, list) -> add(list.in(language), new Sort.Heard(kind, language)));
            add(phrases.spoken().in(language), new Sort.Spoken());
            add(phrases.harmless().in(language), new Sort.Harmless());
            add(phrases.denied().in(language), new Sort.Denied());
        }
    }

    public static PhraseScan of(CrisisPhrases phrases) {
        return new PhraseScan(phrases);
    }

    /** What it means that a phrase is found. */
    private sealed interface Sort {

        record Heard(DangerKind kind, String language) implements Sort {}

        record Spoken() implements Sort {}

        record Harmless() implements Sort {}

        record Denied() implements Sort {}
    }

    /**
     * A phrase in a text.
     *
     * @param first the first of the typed words that it covers
     * @param last the last of them
     */
    private record Match(Sort sort, int first, int last) {

        boolean covers(Match other) {
            return first <= other.first && other.last <= last;
        }
    }

    /** The phrases of one language that the machine which listens is to expect. */
    public List<String> expected(String language) {
        return phrases.spoken().in(language);
    }

    /** What is found in a text that somebody wrote, or left as a message; empty if nothing is. */
    public Optional<Danger> in(String text) {
        List<String> typed = Spellings.words(text);
        Set<Match> matches = matches(typed);
        List<Match> harmless = matches.stream()
                .filter(match -> match.sort() instanceof Sort.Harmless || stands(match, typed))
                .toList();
        List<Sort.Heard> heard = matches.stream()
                .filter(match ->
                        match.sort() instanceof Sort.Heard && harmless.stream().noneMatch(idiom -> idiom.covers(match)))
                .map(match -> (Sort.Heard) match.sort())
                .toList();
        return heard.isEmpty()
                ? Optional.empty()
                : Optional.of(new Danger(
                        phrases.version(),
                        heard.stream()
                                .map(Sort.Heard::kind)
                                .collect(Collectors.toCollection(() -> EnumSet.noneOf(DangerKind.class))),
                        heard.stream().map(Sort.Heard::language).collect(Collectors.toCollection(TreeSet::new))));
    }

    /** Whether what somebody said to a menu leads to the crisis line; there nothing counts as harmless. */
    public boolean spoken(String said) {
        return matches(Spellings.words(said)).stream()
                .anyMatch(match -> match.sort() instanceof Sort.Heard || match.sort() instanceof Sort.Spoken);
    }

    /** Each letter once, however often it was typed. */
    private static String once(String word) {
        return word.replaceAll("(.)\\1+", "$1");
    }

    private boolean stands(Match match, List<String> typed) {
        int end = Math.min(typed.size(), match.last() + 1 + TURN_WITHIN);
        return match.sort() instanceof Sort.Denied
                && typed.subList(match.last() + 1, end).stream().noneMatch(word -> turns.contains(once(word)));
    }

    /** As it was typed, with each word as the one that stands for it, and without those that say nothing. */
    private Set<Match> matches(List<String> typed) {
        List<Word> standing = spellings.standing(typed);
        List<Word> dense =
                standing.stream().filter(word -> !saysNothing(word.text())).toList();
        Set<Match> matches = new HashSet<>();
        for (List<Word> view : List.of(asTyped(typed), standing, dense)) {
            Letters letters = new Letters(view);
            tree.find(
                    letters,
                    (sort, first, last) ->
                            matches.add(new Match(sort, letters.firstTyped(first), letters.lastTyped(last))));
        }
        return matches;
    }

    private boolean saysNothing(String word) {
        boolean masked = word.indexOf('*') >= 0;
        return fillers.contains(word)
                || (masked && fillers.stream().anyMatch(filler -> filler.matches(word.replace("*", "[a-z]?"))));
    }

    private static List<Word> asTyped(List<String> typed) {
        List<Word> words = new ArrayList<>();
        for (int number = 0; number < typed.size(); number++) {
            words.add(new Word(typed.get(number), number, number));
        }
        return words;
    }

    private void add(List<String> list, Sort sort) {
        list.stream().flatMap(phrase -> PhrasePattern.read(phrase).stream()).forEach(pattern -> {
            tree.add(letters(pattern, words -> String.join("", Spellings.words(words))), sort);
            tree.add(letters(pattern.joined(spellings), this::standing), sort);
        });
    }

    private static List<List<String>> letters(PhrasePattern pattern, UnaryOperator<String> plain) {
        return pattern.places().stream()
                .map(place -> place.stream()
                        .map(words -> plain.apply(words) + (words.endsWith("*") ? "*" : ""))
                        .toList())
                .toList();
    }

    private String standing(String words) {
        return spellings.standing(Spellings.words(words)).stream()
                .map(Word::text)
                .collect(Collectors.joining());
    }

    private Set<String> single(Phrases words) {
        return words.all()
                .flatMap(word -> spellings.standing(Spellings.words(word)).stream())
                .map(Word::text)
                .collect(Collectors.toUnmodifiableSet());
    }
}
