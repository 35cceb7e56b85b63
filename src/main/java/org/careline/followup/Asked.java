package org.careline.followup;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.careline.lead.Channel;

/**
 * Somebody asks to be contacted.
 *
 * @param at when they do
 * @param zones where they may be; empty if that is unknown
 * @param good when they are well reached
 */
public record Asked(Channel channel, Instant at, Set<ZoneId> zones, GoodTimes good) {

    public Asked {
        zones = Set.copyOf(zones);
    }

    /** Somebody who named no good time. */
    static Asked at(Channel channel, Instant at, Set<ZoneId> zones) {
        return new Asked(channel, at, zones, GoodTimes.NONE);
    }
}
