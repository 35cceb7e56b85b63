package org.careline.recording;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long recordings are kept.
 *
 * @param keep from when a recording was made until it is erased; at least a day
 */
@ConfigurationProperties("careline.recordings")
record RecordingSettings(@DefaultValue("90d") Duration keep) {

    private static final Duration LEAST = Duration.ofDays(1);

    RecordingSettings {
        if (keep.compareTo(LEAST) < 0) {
            throw new IllegalArgumentException("careline.recordings.keep is at least 1d");
        }
    }
}
