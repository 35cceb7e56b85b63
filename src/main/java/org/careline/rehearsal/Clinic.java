package org.careline.rehearsal;

import java.net.URI;
import java.util.function.Supplier;

/**
 * Whom the network calls.
 *
 * @param base scheme, host and port that addresses begin with and that are signed; known once the server runs
 * @param server where requests for these really go
 * @param token what they are signed with
 */
record Clinic(Supplier<URI> base, Supplier<URI> server, Supplier<String> token) {

    /** The account of a rehearsal. */
    static final String ACCOUNT = "AC" + "0".repeat(32);

    /** What a number is set up with (go-live.md): who answers, and who is told of a call's end. */
    private static final String VOICE = "/twilio/voice/inbound";

    private static final String STATUS = "/twilio/voice/status";

    URI voice() {
        return base.get().resolve(VOICE);
    }

    URI status() {
        return base.get().resolve(STATUS);
    }

    /** Where a request for this address goes: never away from this machine. */
    URI real(URI address) {
        String query = address.getRawQuery();
        return server.get().resolve(address.getRawPath() + (query == null ? "" : "?" + query));
    }

    boolean isOurs(URI address) {
        URI ours = base.get();
        return ours.getScheme().equals(address.getScheme())
                && ours.getHost().equals(address.getHost())
                && ours.getPort() == address.getPort();
    }
}
