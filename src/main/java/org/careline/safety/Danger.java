package org.careline.safety;

import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Words of danger were found in a text. Nothing of the text is in it.
 *
 * @param version of the list by which they were found
 * @param kinds what sort of phrases; at least one
 * @param languages whose phrases, as two-letter codes
 */
public record Danger(String version, Set<DangerKind> kinds, Set<String> languages) {

    public Danger {
        kinds = EnumSet.copyOf(kinds);
        languages = new TreeSet<>(languages);
    }

    /** Both, found by one list. */
    public Danger and(Danger other) {
        Set<DangerKind> all = EnumSet.copyOf(kinds);
        all.addAll(other.kinds);
        Set<String> both = new TreeSet<>(languages);
        both.addAll(other.languages);
        return new Danger(version, all, both);
    }
}
