package org.careline.webform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.careline.staff.ClinicHours;
import org.careline.staff.OpeningHours;
import org.careline.staff.WeekPeriod;
import org.careline.support.MovableClock;
import org.careline.web.Browser;
import org.careline.web.DoorFakes;
import org.careline.web.Doors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** The receipt page of a clinic that is open on weekdays from 8 to 17; it is Monday, nine o'clock. The store is down. */
@Doors
@Import(ReceiptTests.OnWeekdays.class)
class ReceiptTests {

    private static final String RECEIPT = "/receipts/CL0123";

    private final DoorFakes behind;
    private final MovableClock clock;
    private final Browser browser;

    @Autowired
    ReceiptTests(DoorFakes behind, MovableClock clock, @LocalServerPort int port) {
        this.behind = behind;
        this.clock = clock;
        this.browser = new Browser(port);
    }

    @BeforeEach
    void withoutTheStore() {
        behind.forget();
        behind.down = true;
        clock.reset();
    }

    @Test
    void whileOpenItSaysWithinHowManyMinutes() {
        assertThat(browser.get(RECEIPT).body())
                .contains("We are open now. A coordinator will get back to you, as a rule within 15 minutes.");
        assertThat(browser.get(RECEIPT + "?lang=es").body()).contains("por lo general en 15 minutos.");
    }

    @Test
    void shortlyBeforeClosingItSaysBoth() {
        clock.advance(Duration.ofHours(7).plusMinutes(50));

        assertThat(browser.get(RECEIPT).body())
                .contains("within 15 minutes, otherwise when we open again: tomorrow at 8:00 AM")
                .contains("(the clinic&#39;s time, Eastern Time)");
    }

    @Test
    void whileClosedItSaysWhenTheClinicOpens() {
        clock.advance(Duration.ofHours(12));
        assertThat(browser.get(RECEIPT).body()).contains("open again tomorrow at 8:00 AM (the clinic&#39;s time");

        clock.advance(Duration.ofDays(4));
        assertThat(browser.get(RECEIPT).body()).contains("open again on Monday, November 30 at 8:00 AM");
        assertThat(browser.get(RECEIPT + "?lang=es").body())
                .contains("abrimos otra vez el lunes 30 de noviembre a partir de las 8:00 h (hora de la cl");

        clock.advance(Duration.ofDays(2).plusHours(10));
        assertThat(browser.get(RECEIPT).body()).contains("open again today at 8:00 AM");
    }

    @Test
    void everybodyGetsTheSamePageWithTheOtherLanguageBesideIt() {
        HttpResponse<String> page = browser.get(RECEIPT);

        assertThat(page.body())
                .contains(
                        "href=\"/receipts/CL0123?lang=es\"", "href=\"tel:988\"", "href=\"sms:988\"", "href=\"tel:911\"")
                .contains("href=\"tel:+18445550100\"", "/forms/consultation/look.css")
                .doesNotContain("??", "<script");
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(browser.get(RECEIPT + "?form=nobody&lang=%c3%28").body()).contains("Harbor Light Clinic");
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class OnWeekdays {

        @Bean
        @Primary
        OpeningHours weekdays() {
            List<DayOfWeek> days = List.of(DayOfWeek.values()).subList(0, 5);
            return OpeningHours.of(new ClinicHours(
                    ZoneId.of("America/New_York"), List.of(new WeekPeriod(days, "08:00", "17:00")), List.of()));
        }
    }
}
