package org.careline.telephony;

import java.util.Set;
import java.util.function.Function;
import org.careline.telephony.LastResort.Listener;

/**
 * One row of the table of paths.
 *
 * @param required the parameters without which {@code answer} is not asked
 * @param listener who waits for the answer
 */
record Route(Set<String> required, Listener listener, Function<Parameters, Reply> answer) {

    /** A withheld caller may have no number at all. */
    private static final String MAY_BE_EMPTY = "From";

    boolean has(Parameters parameters) {
        return required.stream()
                .allMatch(name -> parameters
                        .find(name)
                        .filter(value -> name.equals(MAY_BE_EMPTY) || !value.isBlank())
                        .isPresent());
    }

    /** Whether a GET is read: a redirect turns a POST into one, and then a caller still waits. */
    boolean readsQuery() {
        return listener != Listener.NOBODY;
    }

    String methods() {
        return readsQuery() ? "GET, POST" : "POST";
    }
}
