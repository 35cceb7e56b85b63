package org.careline.webform;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A time to come by the clinic's clock, as people say it.
 *
 * @param words the key of the phrase, which takes time and day: today, tomorrow, or on a day
 * @param time such as 8:00 AM
 * @param day such as Monday, November 30
 */
record ClinicTime(String words, String time, String day) {

    private static final Locale AMERICAN = Locale.US;
    private static final Locale SPANISH = Locale.forLanguageTag("es-US");

    static ClinicTime of(Instant when, Instant now, ZoneId zone, String language) {
        ZonedDateTime then = when.atZone(zone);
        LocalDate today = LocalDate.ofInstant(now, zone);
        boolean spanish = language.equals("es");
        return new ClinicTime(
                words(then.toLocalDate(), today),
                then.format(
                        spanish
                                ? DateTimeFormatter.ofPattern("H:mm 'h'", SPANISH)
                                : DateTimeFormatter.ofPattern("h:mm a", AMERICAN)),
                then.format(
                        spanish
                                ? DateTimeFormatter.ofPattern("EEEE d 'de' MMMM", SPANISH)
                                : DateTimeFormatter.ofPattern("EEEE, MMMM d", AMERICAN)));
    }

    private static String words(LocalDate day, LocalDate today) {
        if (day.equals(today)) {
            return "webform.when.today";
        }
        return day.equals(today.plusDays(1)) ? "webform.when.tomorrow" : "webform.when.day";
    }
}
