package org.careline.carrier;

import java.time.Clock;
import org.careline.node.Installation;
import org.careline.node.Secrets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.function.SingletonSupplier;

/** Chooses the carrier: Twilio, or the phone network of a rehearsal. */
@Configuration(proxyBeanMethods = false)
class CarrierConfiguration {

    @Bean
    Carrier carrier(CarrierSettings given, Secrets secrets, Clock clock, Installation installation) {
        CarrierSettings settings = given.checked();
        if (!settings.silent()) {
            return twilio(settings, secrets, clock);
        }
        SingletonSupplier<Carrier> here = SingletonSupplier.of(
                () -> twilio(settings.at(installation.here().orElseThrow()), secrets, clock));
        return new RehearsedCarrier(() -> installation.here().map(any -> here.obtain()));
    }

    private static Carrier twilio(CarrierSettings settings, Secrets secrets, Clock clock) {
        return new TwilioCarrier(
                settings.account(),
                () -> TwilioConnection.open(settings, secrets.twilioAuthTokens().get(0)),
                new CallRateLimit(settings.callsPerSecond(), clock));
    }
}
