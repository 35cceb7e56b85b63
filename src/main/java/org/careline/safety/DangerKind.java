package org.careline.safety;

import java.util.Locale;

/** What sort of phrase was found; never what it said. */
public enum DangerKind {
    /** Somebody wishes not to live. */
    WISH_TO_DIE,
    /** How or when they would end their life. */
    PLAN,
    /** Something at hand with which they would. */
    MEANS,
    /** They take their leave. */
    GOODBYE,
    SELF_HARM,
    /** They ask for help at once. */
    IN_CRISIS,
    /** Somebody else is in danger, from themselves or from the writer. */
    SOMEONE_ELSE;

    /** As it is written in the file and in explanations. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
