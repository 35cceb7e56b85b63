package org.careline.webform;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.careline.consent.CallPromise;

/**
 * A time to come, as people say it.
 *
 * @param words the key of the phrase, which takes time, day and end: by, from or between; today, tomorrow, or on a day
 * @param time such as 8:00 AM
 * @param day such as Monday, November 30
 * @param end of a space of time; else the same as {@code time}
 */
record ClinicTime(String words, String time, String day, String end) {

    private static final Locale AMERICAN = Locale.US;
    private static final Locale SPANISH = Locale.forLanguageTag("es-US");

    /** From then on. */
    static ClinicTime from(Instant when, Instant now, ZoneId zone, String language) {
        return of("webform.when.", when, when, now, zone, language);
    }

    /** Then at the latest. */
    static ClinicTime by(Instant when, Instant now, ZoneId zone, String language) {
        return of("webform.by.", when, when, now, zone, language);
    }

    /** In the space of time that was promised. */
    static ClinicTime between(CallPromise promise, Instant now, String language) {
        return of("webform.between.", promise.from(), promise.until(), now, promise.clock(), language);
    }

    private static ClinicTime of(String words, Instant from, Instant until, Instant now, ZoneId zone, String language) {
        ZonedDateTime then = from.atZone(zone);
        boolean spanish = language.equals("es");
        DateTimeFormatter time = spanish
                ? DateTimeFormatter.ofPattern("H:mm 'h'", SPANISH)
                : DateTimeFormatter.ofPattern("h:mm a", AMERICAN);
        DateTimeFormatter day = spanish
                ? DateTimeFormatter.ofPattern("EEEE d 'de' MMMM", SPANISH)
                : DateTimeFormatter.ofPattern("EEEE, MMMM d", AMERICAN);
        return new ClinicTime(
                words + day(then.toLocalDate(), LocalDate.ofInstant(now, zone)),
                then.format(time),
                then.format(day),
                until.atZone(zone).format(time));
    }

    private static String day(LocalDate day, LocalDate today) {
        if (day.equals(today)) {
            return "today";
        }
        return day.equals(today.plusDays(1)) ? "tomorrow" : "day";
    }
}
