package org.careline.webform;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import org.careline.staff.OpeningHours;
import org.jspecify.annotations.Nullable;

/**
 * When somebody who has just written will hear from the clinic, by its opening hours. Its methods are public, for
 * templates call no others.
 *
 * @param words the key of the sentence, which takes minutes, the opening and the zone
 * @param minutes how soon an answer comes while the clinic is open, as a rule
 * @param opens when the clinic opens again; null if that does not matter, or is not within a year
 * @param zone the clinic's time zone in words
 */
record NextContact(String words, int minutes, @Nullable ClinicTime opens, String zone) {

    /**
     * What can be said now.
     *
     * @param minutes within how many minutes an inquiry is answered while the clinic is open
     * @param language the page's
     */
    static NextContact at(Instant now, OpeningHours hours, int minutes, String language) {
        String zone = zone(hours.zone(), language);
        if (!hours.openAt(now)) {
            return hours.openFrom(now)
                    .map(opens -> new NextContact(
                            "webform.next.closed", minutes, ClinicTime.of(opens, now, hours.zone(), language), zone))
                    .orElseGet(() -> new NextContact("webform.next.later", minutes, null, zone));
        }
        Instant closes = hours.openUntil(now);
        boolean soon = closes.isBefore(now.plus(Duration.ofMinutes(minutes)));
        Optional<Instant> reopens = soon ? hours.openFrom(closes) : Optional.empty();
        return reopens.map(opens -> new NextContact(
                        "webform.next.closing", minutes, ClinicTime.of(opens, now, hours.zone(), language), zone))
                .orElseGet(() -> new NextContact("webform.next.open", minutes, null, zone));
    }

    private static String zone(ZoneId zone, String language) {
        return zone.getDisplayName(TextStyle.FULL, Locale.forLanguageTag(language));
    }
}
