package org.careline.routing;

import java.util.List;
import java.util.Set;
import org.careline.contact.DialRules;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which numbers are dialled at the clinic's cost.
 *
 * @param countries ISO 3166; if empty, the region of {@code careline.region}
 * @param mostADay how many calls one number is promised within a day
 */
@ConfigurationProperties("careline.dialling")
record DiallingSettings(
        @DefaultValue List<String> countries, @DefaultValue("10") int mostADay) {

    DiallingSettings {
        countries = List.copyOf(countries);
    }

    DialRules rules(String region) {
        return new DialRules(countries.isEmpty() ? Set.of(region) : Set.copyOf(countries));
    }
}
