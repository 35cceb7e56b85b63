package org.careline.settings;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A key whose value is possible by itself and wrong beside others.
 *
 * @param key the full key as the file has it, such as {@code open[2].to}
 * @param expected what should stand there
 */
public record Violation(String key, String expected) {

    /**
     * The violations of every entry of a list.
     *
     * @param key the list's own key
     * @param violations finds those of one entry, by the entry's key and the entry
     */
    public static <T> Stream<Violation> ofEach(
            String key, List<T> entries, BiFunction<String, T, Stream<Violation>> violations) {
        return IntStream.range(0, entries.size())
                .boxed()
                .flatMap(index -> violations.apply(key + "[" + index + "]", entries.get(index)));
    }

    /**
     * One violation for each language of some words in which something that has to be said is not.
     *
     * @param key the words' own key
     * @param said what each of them has to contain
     */
    public static Stream<Violation> ofLacking(String key, LocalizedText words, String said, String expected) {
        return Stream.of("en", "es")
                .filter(language -> !words.in(language).contains(said))
                .map(language -> new Violation(key + "." + language, expected));
    }

    /**
     * One violation for each entry of a list that has a value which an entry above it has too.
     *
     * @param key the list's own key
     * @param part the value's key within an entry
     */
    public static <T> Stream<Violation> ofRepeats(
            String key, List<T> entries, String part, Function<T, ?> value, String expected) {
        Set<Object> seen = new HashSet<>();
        return ofEach(
                key,
                entries,
                (entry, one) -> seen.add(value.apply(one))
                        ? Stream.empty()
                        : Stream.of(new Violation(entry + "." + part, expected)));
    }
}
