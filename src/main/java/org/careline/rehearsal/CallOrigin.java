package org.careline.rehearsal;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a line came to be.
 *
 * @param parent the line that dialled it; null if none did
 * @param direction in Twilio's words
 * @param status told of its progress; null for nobody
 * @param events of which progress
 */
record CallOrigin(
        @Nullable Line parent,
        String direction,
        String from,
        String to,
        @Nullable URI status,
        Set<String> events) {

    boolean inbound() {
        return direction.equals("inbound");
    }

    @Override
    public String toString() {
        return "CallOrigin[" + direction + "]";
    }
}
