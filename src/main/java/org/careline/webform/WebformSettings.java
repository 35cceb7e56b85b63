package org.careline.webform;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How forms are taken.
 *
 * @param minFillTime a form that is sent sooner than this after it was fetched was hardly filled in by a person
 * @param tokenAge how long a fetched form can be sent
 * @param allowedOrigins the sites that may show our pages in a frame; none if empty
 */
@ConfigurationProperties("careline.webform")
record WebformSettings(
        @DefaultValue("3s") Duration minFillTime,
        @DefaultValue("24h") Duration tokenAge,
        @DefaultValue List<Origin> allowedOrigins) {

    WebformSettings {
        allowedOrigins = List.copyOf(allowedOrigins);
    }
}
