package org.careline.inbox;

import org.jspecify.annotations.Nullable;

/**
 * What has arrived of an inquiry.
 *
 * @param inquiry the message; null while only facts of it are known
 * @param contentHash tells a repeat from another message under the same key; empty while there is no message
 */
record Arrival(@Nullable Inquiry inquiry, String contentHash) {

    static final Arrival NONE = new Arrival(null, "");

    boolean sameAs(Arrival other) {
        return contentHash.equals(other.contentHash);
    }
}
