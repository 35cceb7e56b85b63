package org.careline.safety;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.careline.safety.CrisisPhrases.Phrases;
import org.careline.settings.Violation;

/** Finds what is wrong with a list of phrases before anybody relies on it. */
final class PhraseLint {

    private static final String PATTERN =
            "words, with (one|another) for a choice, (so)? for what may be left out, and word* at the end for a"
                    + " beginning";

    private final CrisisPhrases phrases;

    PhraseLint(CrisisPhrases phrases) {
        this.phrases = phrases;
    }

    Stream<Violation> violations() {
        List<Violation> unreadable = lists().entrySet().stream()
                .flatMap(list -> Violation.ofEach(list.getKey(), list.getValue(), PhraseLint::unreadable))
                .toList();
        return unreadable.isEmpty() ? meanings() : unreadable.stream();
    }

    private static Stream<Violation> unreadable(String key, String phrase) {
        return PhrasePattern.read(phrase).isEmpty() ? Stream.of(new Violation(key, PATTERN)) : Stream.empty();
    }

    private Stream<Violation> meanings() {
        PhraseScan scan = PhraseScan.of(phrases);
        Stream<Violation> swallowed = heard().entrySet().stream()
                .flatMap(list -> Violation.ofEach(
                        list.getKey(),
                        list.getValue(),
                        (key, phrase) -> PhrasePattern.read(phrase).stream()
                                        .flatMap(PhrasePattern::samples)
                                        .allMatch(way -> heard(scan, way))
                                ? Stream.empty()
                                : Stream.of(new Violation(key, "a phrase that no harmless or denied one swallows"))));
        return Stream.of(
                        swallowed,
                        examples("examples.heard", phrases.examples().heard(), scan, true),
                        examples("examples.harmless", phrases.examples().harmless(), scan, false))
                .flatMap(violations -> violations);
    }

    private static Stream<Violation> examples(String key, Phrases sentences, PhraseScan scan, boolean heard) {
        String expected = heard
                ? "a sentence in which a phrase of this file is heard"
                : "a sentence in which no phrase of this file is heard, or a harmless phrase for it";
        return both(key, sentences).entrySet().stream()
                .flatMap(list -> Violation.ofEach(
                        list.getKey(),
                        list.getValue(),
                        (each, sentence) -> heard(scan, sentence) == heard
                                ? Stream.empty()
                                : Stream.of(new Violation(each, expected))));
    }

    private static boolean heard(PhraseScan scan, String text) {
        return scan.in(text).isPresent();
    }

    private Map<String, List<String>> heard() {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        phrases.heard().all().forEach((kind, list) -> lists.putAll(both("heard." + kind.word(), list)));
        return lists;
    }

    private Map<String, List<String>> lists() {
        Map<String, List<String>> lists = heard();
        lists.putAll(both("spoken", phrases.spoken()));
        lists.putAll(both("harmless", phrases.harmless()));
        lists.putAll(both("denied", phrases.denied()));
        return lists;
    }

    private static Map<String, List<String>> both(String key, Phrases phrases) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        lists.put(key + ".en", phrases.en());
        lists.put(key + ".es", phrases.es());
        return lists;
    }
}
