package org.careline.webform;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How forms are taken.
 *
 * @param minFillTime a form that is sent sooner than this after it was fetched was hardly filled in by a person
 * @param tokenAge how long a fetched form can be sent
 */
@ConfigurationProperties("careline.webform")
record WebformSettings(
        @DefaultValue("3s") Duration minFillTime,
        @DefaultValue("24h") Duration tokenAge) {}
