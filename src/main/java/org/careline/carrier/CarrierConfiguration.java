package org.careline.carrier;

import java.time.Clock;
import java.util.Optional;
import org.careline.node.Secrets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.util.function.SingletonSupplier;

/** Chooses the carrier: Twilio, or the phone network of a rehearsal. */
@Configuration(proxyBeanMethods = false)
class CarrierConfiguration {

    /** Known once the server runs. */
    private static final String PORT = "local.server.port";

    @Bean
    Carrier carrier(CarrierSettings given, Secrets secrets, Clock clock, Environment environment) {
        CarrierSettings settings = given.checked();
        if (!settings.silent()) {
            return twilio(settings, secrets, clock);
        }
        SingletonSupplier<Carrier> here = SingletonSupplier.of(
                () -> twilio(settings.at("http://localhost:" + environment.getRequiredProperty(PORT)), secrets, clock));
        return new RehearsedCarrier(
                () -> environment.containsProperty(PORT) ? Optional.of(here.obtain()) : Optional.empty());
    }

    private static Carrier twilio(CarrierSettings settings, Secrets secrets, Clock clock) {
        return new TwilioCarrier(
                settings.account(),
                () -> TwilioConnection.open(settings, secrets.twilioAuthTokens().get(0)),
                new CallRateLimit(settings.callsPerSecond(), clock));
    }
}
