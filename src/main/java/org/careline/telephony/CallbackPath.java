package org.careline.telephony;

import java.util.Optional;
import org.careline.speech.SpokenLanguages;

/**
 * An address of our TwiML after its prefix.
 *
 * @param spoken in which languages the caller is spoken to
 * @param place where they are, after the slash; empty if there is none
 */
record CallbackPath(SpokenLanguages spoken, String place) {

    /** Reads {@code es/0a1b2c/0-2/1}; empty if it does not begin with a language. */
    static Optional<CallbackPath> read(String address) {
        String path = address.startsWith("/") ? address.substring(1) : address;
        int slash = path.indexOf('/');
        String first = slash < 0 ? path : path.substring(0, slash);
        String rest = slash < 0 ? "" : path.substring(slash + 1);
        return SpokenLanguages.read(first).map(spoken -> new CallbackPath(spoken, rest));
    }
}
