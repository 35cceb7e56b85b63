package org.careline.web;

import java.net.InetAddress;
import org.apache.catalina.connector.Connector;
import org.jspecify.annotations.Nullable;

/**
 * The port that is the calls' alone, if the clinic gives them one: with threads and connections of its own, so that nothing
 * which comes in elsewhere can take a caller's place. What a balancer asks is answered there too.
 *
 * @param connector null if calls come in where everything does
 */
record CallsPort(@Nullable Connector connector) {

    private static final int THREADS = 100;

    /** @param port 0 for none */
    static CallsPort of(int port) {
        if (port == 0) {
            return new CallsPort(null);
        }
        FrontProtocol protocol = new FrontProtocol();
        protocol.setMaxThreads(THREADS);
        Connector connector = new Connector(protocol);
        connector.setPort(port);
        return new CallsPort(connector);
    }

    /** @param address where to listen; null for everywhere */
    void at(@Nullable InetAddress address) {
        if (connector != null && connector.getProtocolHandler() instanceof FrontProtocol protocol) {
            protocol.setAddress(address);
        }
    }

    /** Calls have one way in. */
    boolean serves(Lane lane, Connector through) {
        if (connector == null) {
            return true;
        }
        return connector == through ? lane != Lane.REST : lane != Lane.CALLS;
    }
}
