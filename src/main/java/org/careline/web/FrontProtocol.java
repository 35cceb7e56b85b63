package org.careline.web;

import org.apache.coyote.http11.Http11NioProtocol;

/** HTTP as Tomcat speaks it, over {@link FrontEndpoint}. Tomcat makes it by its name, hence public. */
public final class FrontProtocol extends Http11NioProtocol {

    private final FrontEndpoint endpoint;

    public FrontProtocol() {
        this(new FrontEndpoint());
    }

    private FrontProtocol(FrontEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    FrontEndpoint endpoint() {
        return endpoint;
    }
}
