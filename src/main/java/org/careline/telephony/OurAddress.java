package org.careline.telephony;

import java.util.Optional;
import org.careline.carrier.TwilioSettings;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Where the carrier reaches us. */
@Component
final class OurAddress {

    private final TwilioSettings settings;
    private final Environment environment;

    OurAddress(TwilioSettings settings, Environment environment) {
        this.settings = settings;
        this.environment = environment;
    }

    /** Scheme, host and port; empty while the port is not known, because the server does not run yet. */
    Optional<String> base() {
        int port = environment.getProperty("local.server.port", Integer.class, 0);
        return settings.publicBaseUrl() == null && port == 0
                ? Optional.empty()
                : Optional.of(settings.address(port).spellings().get(0));
    }
}
