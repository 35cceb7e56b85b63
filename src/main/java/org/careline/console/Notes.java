package org.careline.console;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Words of coordinators, as they are typed and as they are kept. */
final class Notes {

    static final int LONGEST = 4_000;

    private Notes() {}

    /** Names a form in which something is still to be written. */
    static String nextForm() {
        return UUID.randomUUID().toString();
    }

    /** What was typed, ready to be kept; empty if it is no note or longer than {@link #LONGEST} characters. */
    static Optional<String> note(@Nullable String typed) {
        return Optional.ofNullable(typed)
                .map(Notes::lines)
                .map(String::strip)
                .filter(text -> !text.isEmpty() && text.length() <= LONGEST);
    }

    /** With one character at the end of a line, as it was typed; a form is sent with two. */
    static String lines(String sent) {
        return sent.replace("\r\n", "\n");
    }
}
