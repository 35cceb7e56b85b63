package org.careline.draft;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long what was typed and never saved is kept.
 *
 * @param keep from the last time that it was touched until it is deleted; at least a day
 */
@ConfigurationProperties("careline.drafts")
record DraftSettings(@DefaultValue("30d") Duration keep) {

    private static final Duration LEAST = Duration.ofDays(1);

    DraftSettings {
        if (keep.compareTo(LEAST) < 0) {
            throw new IllegalArgumentException("careline.drafts.keep is at least 1d");
        }
    }
}
