package org.careline.rehearsal;

import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** A step as a transcript shows it. */
record Told(LineView line, Step step) {

    String sentence(ZoneOffset zone) {
        return "  %s  %-14s %-14s %s%s"
                .formatted(
                        step.at().atOffset(zone).toLocalTime().truncatedTo(ChronoUnit.SECONDS),
                        line.phone(),
                        step.kind(),
                        step.text(),
                        step.address().isEmpty() ? "" : "  [" + step.address() + "]");
    }
}
