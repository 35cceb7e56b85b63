package org.careline.webform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.careline.followup.CallPromises;
import org.careline.followup.FollowUpAtADoor;
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
    void whoeverCanBeCalledNowHearsWithinMinutesAndUntilWhen() {
        clock.advance(Duration.ofMinutes(1));
        String page = sent("phone=(305)+555-0123");

        assertThat(page)
                .contains("as a rule within 15 minutes: today by 9:16 AM (Eastern Time).")
                .contains("Your number as we have it:", "(305) 555-0123")
                .contains("If you would rather talk now, call (844) 555-0100.");
    }

    @Test
    void beforeTheHoursOfWhereTheyAreItSaysTheirOwn() {
        clock.advance(Duration.ofMinutes(1));

        assertThat(sent("phone=213-555-0123"))
                .contains("This is not an hour at which we call.")
                .contains("as a rule today between 9:00 AM and 9:30 AM (Pacific Time)");
        assertThat(sent("phone=305-555-0124&zip=94105&lang=es"))
                .contains("A esta hora no llamamos a nadie.")
                .contains("hoy entre las 9:00 h y las 9:30 h (hora del Pac");
    }

    @Test
    void aGoodTimeThatWasNamedIsWhenTheyAreCalled() {
        clock.advance(Duration.ofMinutes(1));

        assertThat(sent("phone=305-555-0123&bestTimes=weekday-afternoon&bestTimes=weekend-morning"))
                .contains("You named a good time to reach you", "today between 12:00 PM and 12:30 PM (Eastern Time)");
    }

    @Test
    void shortlyBeforeTheEndItSaysBoth() {
        clock.advance(Duration.ofHours(7).plusMinutes(50));

        assertThat(sent("phone=305-555-0123"))
                .contains("as a rule today by 5:00 PM, otherwise tomorrow from 9:00 AM on (Eastern Time)");
    }

    @Test
    void whileClosedItSaysWhenTheCallIsPlannedAndOffersNoTalkNow() {
        clock.advance(Duration.ofHours(12));
        String page = sent("email=maya%40example.org");

        assertThat(page)
                .contains("We are closed at the moment.", "tomorrow between 9:00 AM and 9:30 AM (Eastern Time)")
                .contains("You can leave us a message at any time: (844) 555-0100.")
                .doesNotContain("Your number as we have it", "talk now");
    }

    @Test
    void aNumberOfAnotherCountryIsReadBackWithItsName() {
        clock.advance(Duration.ofMinutes(1));

        assertThat(sent("phone=%2B52+55+1234+5678")).contains("+52 55 1234 5678 (Mexico)");
        assertThat(sent("phone=55+1234+5678")).contains("(551) 234-5678");
    }

    @Test
    void whoeverTypesOurOwnNumberIsAskedForTheirsOrWrittenTo() {
        clock.advance(Duration.ofMinutes(1));
        String form = browser.get("/forms/consultation").body();
        HttpResponse<String> alone =
                browser.postForm("/forms/consultation", "token=" + token(form) + "&phone=(844)+555-0100");

        assertThat(alone.statusCode()).isEqualTo(422);
        assertThat(alone.body())
                .contains("id=\"phone-fault\">We cannot call you at this number: it is our own")
                .contains("value=\"(844) 555-0100\"");
        assertThat(sent("phone=844-555-0100&email=maya%40example.org"))
                .contains("We cannot call you at the number that you gave, so we will write to you.")
                .doesNotContain("Your number as we have it");
    }

    @Test
    void itSaysTheSameAgainAndForgetsTheNumber() {
        clock.advance(Duration.ofMinutes(1));
        String receipt = post("phone=305-555-0123");
        clock.advance(Duration.ofMinutes(11));

        assertThat(browser.get(receipt).body())
                .contains("as a rule today by 9:16 AM (Eastern Time)")
                .doesNotContain("555-0123", "within");
        clock.advance(Duration.ofMinutes(5));
        assertThat(browser.get(receipt).body())
                .contains("was to get back to you today by 9:16 AM", "please call us: (844) 555-0100");
    }

    @Test
    void ofAReceiptThatAnotherNodeGaveNoTimeIsPromised() {
        assertThat(browser.get(RECEIPT).body()).contains("We are open now.").doesNotContain("minutes");
        assertThat(browser.get(RECEIPT + "?lang=es").body()).contains("Estamos abiertos.");
        clock.advance(Duration.ofHours(12));
        assertThat(browser.get(RECEIPT).body())
                .contains("open again tomorrow from 8:00 AM on (the clinic&#39;s time, Eastern Time)");
    }

    /** The page of a receipt that was just given for these fields. */
    private String sent(String fields) {
        return browser.get(post(fields)).body();
    }

    private String post(String fields) {
        String form = browser.get("/forms/consultation").body();
        HttpResponse<String> answer = browser.postForm("/forms/consultation", "token=" + token(form) + "&" + fields);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static String token(String form) {
        Matcher token = Pattern.compile("name=\"token\" value=\"([^\"]+)\"").matcher(form);
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    @Test
    void everybodyGetsTheSamePageWithTheOtherLanguageBesideIt() {
        HttpResponse<String> page = browser.get(RECEIPT);

        assertThat(page.body())
                .contains(
                        "href=\"/receipts/CL0123?lang=es\"", "href=\"tel:988\"", "href=\"sms:988\"", "href=\"tel:911\"")
                .contains("<code><span>CL01</span><span>23</span></code>")
                .contains("href=\"tel:+18445550100\"", "/forms/consultation/look.css")
                .doesNotContain("??", "<script");
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(browser.get(RECEIPT + "?form=nobody&lang=%c3%28").body()).contains("Harbor Light Clinic");
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class OnWeekdays {

        private final ClinicHours hours = new ClinicHours(
                ZoneId.of("America/New_York"),
                List.of(new WeekPeriod(List.of(DayOfWeek.values()).subList(0, 5), "08:00", "17:00")),
                List.of());

        @Bean
        @Primary
        OpeningHours weekdays() {
            return OpeningHours.of(hours);
        }

        @Bean
        @Primary
        CallPromises onWeekdays() {
            return FollowUpAtADoor.promises(hours);
        }
    }
}
