package org.careline.api;

import java.util.function.Supplier;

/**
 * The secrets of this door, asked for at each use because a first run makes them only at its start.
 *
 * @param token the bearer token
 * @param signing the key that seals cursors
 */
record ApiKeys(Supplier<String> token, Supplier<byte[]> signing) {

    @Override
    public String toString() {
        return "ApiKeys[***]";
    }
}
