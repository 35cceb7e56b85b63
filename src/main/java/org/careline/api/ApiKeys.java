package org.careline.api;

import java.util.function.Supplier;

/**
 * The secret of this door, asked for at each use because a first run makes it only at its start.
 *
 * @param signing the key that seals cursors
 */
record ApiKeys(Supplier<byte[]> signing) {

    @Override
    public String toString() {
        return "ApiKeys[***]";
    }
}
