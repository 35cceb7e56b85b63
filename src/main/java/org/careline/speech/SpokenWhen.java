package org.careline.speech;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.careline.consent.CallPromise;
import org.careline.settings.LocalizedText;
import org.careline.settings.Violation;

/**
 * How a caller hears when they are called back. {@value #MINUTES} stands for whole minutes, {@value #TIME} for the time of
 * day, {@value #DAY} for the day and {@value #ZONE} for the zone of both.
 *
 * @param opening when the clinic's hours name no time
 */
record SpokenWhen(
        @NotNull(message = WORDS) @Valid LocalizedText soon,
        @NotNull(message = WORDS) @Valid LocalizedText today,
        @NotNull(message = WORDS) @Valid LocalizedText tomorrow,
        @NotNull(message = WORDS) @Valid LocalizedText day,
        @NotNull(message = WORDS) @Valid LocalizedText opening) {

    private static final String MINUTES = "{minutes}";
    private static final String TIME = "{time}";
    private static final String DAY = "{day}";
    private static final String ZONE = "{zone}";
    private static final String WORDS = "the words as en and es";

    private static final Locale SPANISH = Locale.forLanguageTag("es-US");

    /** No promise takes longer to say. */
    static final CallPromise LONGEST = longest();

    private static CallPromise longest() {
        ZoneId zone = ZoneId.of("Asia/Kamchatka");
        Instant when = LocalDate.of(2026, 9, 30).atTime(12, 30).atZone(zone).toInstant();
        return new CallPromise(CallPromise.Why.CLINIC_OPENS, when, when, null, when, zone);
    }

    /** These words, for who asked then. */
    LocalizedText of(CallPromise promise, Instant askedAt) {
        return switch (promise.why()) {
            case NOW -> filled(soon, promise, askedAt);
            case UNKNOWN -> opening;
            case CLINIC_OPENS, WINDOW_OPENS, GOOD_TIME, LATER_DAY -> filled(dated(promise, askedAt), promise, askedAt);
        };
    }

    private LocalizedText dated(CallPromise promise, Instant askedAt) {
        LocalDate then = LocalDate.ofInstant(promise.dueAt(), promise.clock());
        LocalDate now = LocalDate.ofInstant(askedAt, promise.clock());
        if (then.equals(now)) {
            return today;
        }
        return then.equals(now.plusDays(1)) ? tomorrow : day;
    }

    private static LocalizedText filled(LocalizedText words, CallPromise promise, Instant askedAt) {
        String minutes = Integer.toString(promise.minutes(askedAt));
        ZonedDateTime then = promise.dueAt().atZone(promise.clock());
        return new LocalizedText(
                filled(words.en(), minutes, then, Locale.US, "EEEE, MMMM d"),
                filled(words.es(), minutes, then, SPANISH, "EEEE d 'de' MMMM"));
    }

    private static String filled(String words, String minutes, ZonedDateTime then, Locale locale, String day) {
        return words.replace(MINUTES, minutes)
                .replace(TIME, then.format(DateTimeFormatter.ofPattern("h:mm a", locale)))
                .replace(DAY, then.format(DateTimeFormatter.ofPattern(day, locale)))
                .replace(ZONE, then.getZone().getDisplayName(TextStyle.FULL, locale));
    }

    /** @param key of these words in their file */
    Stream<Violation> violations(String key) {
        return Stream.of(
                        missing(key + ".soon", soon, MINUTES),
                        missing(key + ".today", today, TIME),
                        missing(key + ".tomorrow", tomorrow, TIME),
                        missing(key + ".day", day, TIME),
                        missing(key + ".day", day, DAY))
                .flatMap(Function.identity());
    }

    /** What says no time promises one that nobody keeps. */
    static Stream<Violation> missing(String key, LocalizedText words, String mark) {
        return Violation.ofLacking(key, words, mark, "words with " + mark);
    }
}
