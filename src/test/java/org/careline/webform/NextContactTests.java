package org.careline.webform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.careline.consent.CallPromise;
import org.careline.consent.CallPromise.Why;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** It is Monday, 23 November 2026, nine o'clock in New York. */
class NextContactTests {

    private static final Instant NINE = Instant.parse("2026-11-23T14:00:00Z");
    private static final String NEW_YORK = "America/New_York";

    @Test
    void whoeverCanBeCalledNowHearsWithinMinutesAndUntilWhen() {
        NextContact next = english(promise(Why.NOW, NINE, "2026-11-23T14:15:00Z", null, NEW_YORK), NINE);

        assertThat(next)
                .isEqualTo(new NextContact(
                        "webform.next.soon",
                        15,
                        new ClinicTime("webform.by.today", "9:15 AM", "Monday, November 23", "9:15 AM"),
                        null,
                        "Eastern Time"));
    }

    @Test
    void lookedAtAgainItSaysTheSameTimeAndAfterItWhomToCall() {
        CallPromise promise = promise(Why.NOW, NINE, "2026-11-23T14:15:00Z", null, NEW_YORK);

        NextContact later = english(promise, NINE.plusSeconds(600));
        NextContact over = english(promise, NINE.plusSeconds(901));

        assertThat(later.words()).isEqualTo("webform.next.by");
        assertThat(later.at()).isEqualTo(english(promise, NINE).at());
        assertThat(over.words()).isEqualTo("webform.next.over");
    }

    @Test
    void shortlyBeforeTheEndTheNextBeginningIsNamedToo() {
        NextContact next =
                english(promise(Why.NOW, NINE, "2026-11-23T14:10:00Z", "2026-11-24T14:00:00Z", NEW_YORK), NINE);

        assertThat(next.words()).isEqualTo("webform.next.closing");
        assertThat(next.other())
                .isEqualTo(new ClinicTime("webform.when.tomorrow", "9:00 AM", "Tuesday, November 24", "9:00 AM"));
    }

    @Test
    void whoIsCalledLaterHearsBetweenWhichTimesByTheirOwnClock() {
        CallPromise promise = promise(
                Why.WINDOW_OPENS,
                Instant.parse("2026-11-23T17:00:00Z"),
                "2026-11-23T17:30:00Z",
                null,
                "America/Los_Angeles");

        NextContact english = english(promise, NINE);
        NextContact spanish = NextContact.of(new Told(promise, NINE), NINE, "es");

        assertThat(english.words()).isEqualTo("webform.next.window");
        assertThat(english.at())
                .isEqualTo(new ClinicTime("webform.between.today", "9:00 AM", "Monday, November 23", "9:30 AM"));
        assertThat(english.zone()).isEqualTo("Pacific Time");
        assertThat(spanish.at())
                .isEqualTo(new ClinicTime("webform.between.today", "9:00 h", "lunes 23 de noviembre", "9:30 h"));
    }

    @Test
    void todayAndTomorrowAreByTheClockInWhichTheTimeIsSaid() {
        Instant midnight = Instant.parse("2026-11-24T05:30:00Z");
        Instant from = Instant.parse("2026-11-24T17:00:00Z");

        assertThat(words(midnight, from, NEW_YORK)).isEqualTo("webform.between.today");
        assertThat(words(midnight, from, "America/Los_Angeles")).isEqualTo("webform.between.tomorrow");
        assertThat(words(NINE.minusSeconds(86_400 * 3L), from, NEW_YORK)).isEqualTo("webform.between.day");
    }

    private static @Nullable String words(Instant now, Instant from, String zone) {
        CallPromise promise =
                promise(Why.CLINIC_OPENS, from, from.plusSeconds(1800).toString(), null, zone);
        ClinicTime at = english(promise, now).at();
        return at == null ? null : at.words();
    }

    private static NextContact english(CallPromise promise, Instant now) {
        return NextContact.of(new Told(promise, NINE), now, "en");
    }

    private static CallPromise promise(Why why, Instant from, String until, @Nullable String otherwise, String zone) {
        Instant by = Instant.parse(until);
        return new CallPromise(why, from, by, otherwise == null ? null : Instant.parse(otherwise), by, ZoneId.of(zone));
    }
}
