package org.careline.web;

import org.jspecify.annotations.Nullable;

/** Who shares what with whom. What one lane holds is taken from no other. */
enum Lane {
    /** Webhooks: callers wait behind them. Nothing else can fill it. */
    CALLS("/twilio/"),
    /** The sounds that callers hear; files, asked for without a signature. */
    SOUNDS("/prompts/"),
    /** What a balancer asks. */
    HEALTH("/actuator/health"),
    /** Pages and the API. */
    REST("/");

    private final String prefix;

    Lane(String prefix) {
        this.prefix = prefix;
    }

    /** @param path as the container has decoded it; null if it could not */
    static Lane of(@Nullable String path) {
        if (path == null) {
            return REST;
        }
        for (Lane lane : values()) {
            if (path.startsWith(lane.prefix)) {
                return lane;
            }
        }
        return REST;
    }
}
