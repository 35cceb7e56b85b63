package org.careline.routing;

import java.util.Set;
import org.careline.contact.Language;
import org.careline.staff.CoordinatorId;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a caller when the phone rings.
 *
 * @param owner who owns their open lead; null if nobody does or it is not known
 * @param language what they speak; null if it is not known
 * @param skills what whoever talks with them must know
 */
public record KnownCaller(
        @Nullable CoordinatorId owner, @Nullable Language language, Set<String> skills) {

    /** Nobody whom we know. */
    public static final KnownCaller UNKNOWN = new KnownCaller(null, null);

    public KnownCaller {
        skills = Set.copyOf(skills);
    }

    /** Somebody who needs no special skill. */
    public KnownCaller(@Nullable CoordinatorId owner, @Nullable Language language) {
        this(owner, language, Set.of());
    }

    /** The same caller, who chose this language. */
    public KnownCaller speaking(Language chosen) {
        return new KnownCaller(owner, chosen, skills);
    }

    /** The same caller, whose number is for those who know this. */
    public KnownCaller needing(Set<String> known) {
        return new KnownCaller(owner, language, known);
    }

    boolean isOwnedBy(CoordinatorId coordinator) {
        return coordinator.equals(owner);
    }

    /** Whether somebody of these languages (two-letter codes) can talk with them; everybody can if theirs is not known. */
    boolean canTalkWith(Set<String> languages) {
        return language == null || language.isAmong(languages);
    }
}
