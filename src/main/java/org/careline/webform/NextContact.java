package org.careline.webform;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Locale;
import org.careline.consent.CallPromise;
import org.careline.consent.CallPromise.Why;
import org.careline.staff.OpeningHours;
import org.jspecify.annotations.Nullable;

/**
 * When somebody who has written will hear from the clinic, in words. Its methods are public, for templates call no others.
 *
 * @param words the key of the sentence, which takes minutes, {@code at}, {@code other} and the zone
 * @param minutes how soon, if they can be reached at once
 * @param at the time of it; null if none is said
 * @param other the time if it does not come to it; null if none is said
 * @param zone the zone of these times in words
 */
record NextContact(
        String words,
        int minutes,
        @Nullable ClinicTime at,
        @Nullable ClinicTime other,
        String zone) {

    private static final String KEY = "webform.next.";

    /** Where somebody was told a time. */
    static NextContact of(Told told, Instant now, String language) {
        CallPromise promise = told.promise();
        ZoneId clock = promise.clock();
        String zone = zone(clock, language);
        int minutes = promise.minutes(told.askedAt());
        if (promise.why() == Why.UNKNOWN) {
            return new NextContact(KEY + "later", minutes, null, null, zone);
        }
        ClinicTime by = ClinicTime.by(promise.until(), now, clock, language);
        if (now.isAfter(promise.until())) {
            return new NextContact(KEY + "over", minutes, by, null, zone);
        }
        Instant otherwise = promise.otherwise();
        if (otherwise != null) {
            ClinicTime next = ClinicTime.from(otherwise, now, clock, language);
            return new NextContact(KEY + "closing", minutes, by, next, zone);
        }
        ClinicTime when = sameDay(promise) ? ClinicTime.between(promise, now, language) : by;
        return switch (promise.why()) {
            case NOW -> new NextContact(KEY + (fresh(told, now) ? "soon" : "by"), minutes, by, null, zone);
            case CLINIC_OPENS -> new NextContact(KEY + "closed", minutes, when, null, zone);
            case WINDOW_OPENS -> new NextContact(KEY + "window", minutes, when, null, zone);
            case GOOD_TIME -> new NextContact(KEY + "good", minutes, when, null, zone);
            case LATER_DAY, UNKNOWN -> new NextContact(KEY + "by", minutes, by, null, zone);
        };
    }

    /** Where nothing is known but the receipt: when the clinic is open, and no time of ours. */
    static NextContact of(OpeningHours hours, Instant now, String language) {
        String zone = zone(hours.zone(), language);
        return hours.openAt(now)
                ? new NextContact(KEY + "any.open", 0, null, null, zone)
                : hours.openFrom(now)
                        .map(opens -> ClinicTime.from(opens, now, hours.zone(), language))
                        .map(opens -> new NextContact(KEY + "any.closed", 0, opens, null, zone))
                        .orElseGet(() -> new NextContact(KEY + "later", 0, null, null, zone));
    }

    private static boolean fresh(Told told, Instant now) {
        return now.isBefore(told.askedAt().plusSeconds(120));
    }

    private static boolean sameDay(CallPromise promise) {
        return promise.from().isBefore(promise.until())
                && LocalDate.ofInstant(promise.from(), promise.clock())
                        .equals(LocalDate.ofInstant(promise.until(), promise.clock()));
    }

    private static String zone(ZoneId zone, String language) {
        return zone.getDisplayName(TextStyle.FULL, Locale.forLanguageTag(language));
    }
}
