package org.careline.rehearsal;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * How a line came to be.
 *
 * @param parent the line that dialled it; empty if none did
 * @param direction in Twilio's words
 * @param status told of its progress; empty for nobody
 * @param events of which progress
 */
record CallOrigin(
        Optional<Line> parent, String direction, String from, String to, Optional<URI> status, Set<String> events) {

    boolean inbound() {
        return direction.equals("inbound");
    }

    @Override
    public String toString() {
        return "CallOrigin[" + direction + "]";
    }
}
