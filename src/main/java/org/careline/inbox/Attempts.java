package org.careline.inbox;

import org.jspecify.annotations.Nullable;

/**
 * How often deciding an inquiry has failed.
 *
 * @param lastCause the step and kind of the last failure, without contact data; null if there was none
 */
record Attempts(int attempts, @Nullable String lastCause) {

    static final Attempts NONE = new Attempts(0, null);

    Attempts failed(String cause) {
        return new Attempts(attempts + 1, cause);
    }
}
