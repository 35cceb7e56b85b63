package org.careline.console;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Languages by their English names, to choose one without knowing its code.
 *
 * @param choices each code with its name, by name
 */
record LanguageGroup(String title, Map<String, String> choices) {

    /**
     * All languages with a two-letter code, in front of them those that somebody here speaks.
     *
     * @param spoken codes of two letters
     */
    static List<LanguageGroup> of(Set<String> spoken) {
        List<String> others = Arrays.stream(Locale.getISOLanguages())
                .filter(code -> code.length() == 2 && !spoken.contains(code))
                .toList();
        return Stream.of(group("Spoken here", spoken), group("All others", others))
                .filter(group -> !group.choices().isEmpty())
                .toList();
    }

    private static LanguageGroup group(String title, Collection<String> codes) {
        Map<String, String> byName = codes.stream()
                .sorted(Comparator.comparing(Labels::language))
                .collect(Collectors.toMap(
                        Function.identity(), Labels::language, (one, other) -> one, LinkedHashMap::new));
        return new LanguageGroup(title, byName);
    }
}
