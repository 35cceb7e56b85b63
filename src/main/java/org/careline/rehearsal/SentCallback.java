package org.careline.rehearsal;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A step as a transcript shows it. */
record SentCallback(LineView line, Step step) {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    String sentence(ZoneOffset zone) {
        return "  %s  %-14s %-14s %s%s"
                .formatted(
                        CLOCK.format(step.at().atOffset(zone)),
                        line.phone(),
                        step.kind(),
                        step.text(),
                        step.address().isEmpty() ? "" : "  [" + step.address() + "]");
    }
}
