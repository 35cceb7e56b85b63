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
            return said("later", minutes, zone);
        }
        ClinicTime by = ClinicTime.by(promise.until(), now, clock, language);
        if (now.isAfter(promise.until())) {
            return said("over", minutes, zone).at(by);
        }
        Instant otherwise = promise.otherwise();
        if (otherwise != null) {
            ClinicTime next = ClinicTime.from(otherwise, now, clock, language);
            return new NextContact(KEY + "closing", minutes, by, next, zone);
        }
        ClinicTime when = sameDay(promise) ? ClinicTime.between(promise, now, language) : by;
        return switch (promise.why()) {
            case NOW -> said(fresh(told, now) ? "soon" : "by", minutes, zone).at(by);
            case CLINIC_OPENS -> said("closed", minutes, zone).at(when);
            case WINDOW_OPENS -> said("window", minutes, zone).at(when);
            case GOOD_TIME -> said("good", minutes, zone).at(when);
            case LATER_DAY, UNKNOWN -> said("by", minutes, zone).at(by);
        };
    }

    /** Where nothing is known but the receipt: when the clinic is open, and no time of ours. */
    static NextContact of(OpeningHours hours, Instant now, String language) {
        String zone = zone(hours.zone(), language);
        return hours.openAt(now)
                ? said("any.open", 0, zone)
                : hours.openFrom(now)
                        .map(opens -> ClinicTime.from(opens, now, hours.zone(), language))
                        .map(opens -> said("any.closed", 0, zone).at(opens))
                        .orElseGet(() -> said("later", 0, zone));
    }

    /** Without a time. */
    private static NextContact said(String words, int minutes, String zone) {
        return new NextContact(KEY + words, minutes, null, null, zone);
    }

    private NextContact at(ClinicTime time) {
        return new NextContact(words, minutes, time, other, zone);
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
