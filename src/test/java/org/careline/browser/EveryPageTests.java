package org.careline.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.test.context.TestPropertySource;

/** Each page in each look: the accessibility check, the crisis line, nothing wider than the window, and a picture for people. */
@TestPropertySource(properties = "careline.data-dir=target/browser/pages-${random.uuid}")
@Holds(Promise.P5)
class EveryPageTests extends InTheBrowser {

    private static final List<String> PEOPLE = List.of(
            "{\"name\": \"Maya Ortiz\", \"phone\": \"(305) 555-0123\", \"email\": \"maya@example.org\", \"language\": \"es\","
                    + " \"message\": \"I would like to talk to somebody this week.\", \"consent\": {\"call\": true}}",
            "{\"name\": \"Leo Park\", \"phone\": \"(305) 555-0125\"}",
            "{\"name\": \"Amara Stone-Whitfield\", \"email\": \"amara@example.org\"}",
            "{\"name\": \"Jun Abel\", \"phone\": \"(305) 555-0128\", \"forWhom\": \"other\"}",
            "{\"phone\": \"(305) 555-0129\"}");

    private String lead = "";

    @BeforeEach
    void somePeopleHaveAsked() {
        // The same in each look: a repeat is no second inquiry.
        for (String person : PEOPLE) {
            lead = office.asked(person);
            clock.advance(Duration.ofSeconds(70));
        }
        lead = office.asked(PEOPLE.get(0));
    }

    static Stream<Look> looks() {
        return Stream.of(Look.DESK, Look.DESK.inTheDark(), Look.NARROW);
    }

    @ParameterizedTest
    @MethodSource("looks")
    void publicPagesAreForEverybody(Look look) {
        look(somebody(look).at("/"), look, "entrance");

        Screen visitor = somebody(look).provoking().at("/forms/consultation");
        look(visitor, look, "form");

        visitor.page().locator("#phone").fill("555");
        visitor.page().locator(SEND).click();
        visitor.page().locator(".summary").waitFor();
        look(visitor, look, "form-with-faults");

        visitor.page().locator("#phone").fill("(305) 555-0146");
        visitor.page().locator(SEND).click();
        visitor.page().waitForURL("**/receipts/*");
        look(visitor, look, "receipt");

        // Nobody fills in a form in no time: this one is suspect.
        visitor.at("/forms/consultation").page().locator("#name").fill("Uma Vale");
        visitor.page().locator("#phone").fill("(305) 555-0147");
        visitor.page().locator(SEND).click();
        visitor.page().waitForURL("**/receipts/*");

        look(visitor.at("/forms/nothing"), look, "missing-page");
    }

    @ParameterizedTest
    @MethodSource("looks")
    void theConsoleIsForEverybody(Look look) {
        Screen ana = somebody(look).provoking().at("/login?wrong");
        look(ana, look, "sign-in");

        look(ana.signedIn("ana"), look, "queue");
        look(ana.at("/console/queue?view=unassigned"), look, "queue-empty");
        look(ana.at("/console/leads/" + lead), look, "lead");
        look(ana.at("/console/inquiries"), look, "set-aside");
        look(ana.at("/console/inquiries?state=parked"), look, "set-aside-empty");
        look(ana.at("/console/leads/0123456789abcdef01234567"), look, "missing-lead");
    }

    private static void look(Screen screen, Look look, String what) {
        screen.shoot(what);
        screen.assertFits(what);
        assertThat(screen.page().locator("body").innerText()).as(what).contains("988");
        assertThat(Axe.faults(screen.page())).as("%s at %s", what, look).isEmpty();
    }
}
