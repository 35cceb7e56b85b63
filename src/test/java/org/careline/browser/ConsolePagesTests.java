package org.careline.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import org.careline.node.Secrets;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.careline.support.SignedTwilioRequest;
import org.careline.web.Browser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "careline.data-dir=target/browser/console-${random.uuid}")
class ConsolePagesTests extends InTheBrowser {

    @LocalServerPort
    int port;

    @Autowired
    Secrets secrets;

    @AfterEach
    void everybodyIsHere() {
        office.everybodyIsHere();
    }

    @Test
    void ofTwoWhoClaimOneWinsAndTheOtherSeesWho() {
        office.everybodyIsAway();
        String lead = "/console/leads/" + office.asked("{\"name\": \"Uma Vale\", \"phone\": \"(305) 555-0141\"}");
        Screen ana = somebody(Look.DESK).provoking();
        // Ana's page does not hear of what Ben does.
        ana.page().route("**/console/events", route -> route.abort());
        ana.signedIn("ana").at(lead);
        Screen ben = somebody(Look.DESK).signedIn("ben").at(lead);

        ben.page().locator("#claim").click();
        assertThat(ben.page().locator("#lead")).containsText("You own this lead.");
        ana.page().locator("#claim").click();

        assertThat(ana.page().locator("#trouble")).containsText("Ben Carter");
        assertThat(ana.page().locator("#claim")).not().isAttached();
    }

    @Test
    void anOutcomeIsNotedInTwoActs() {
        String lead = office.asked("{\"name\": \"Ivo Lind\", \"phone\": \"(305) 555-0142\"}");
        Page page =
                somebody(Look.DESK).signedIn("ana").at("/console/leads/" + lead).page();

        page.locator("#outcome").selectOption("NO_ANSWER");
        page.locator("#save-outcome").click();

        assertThat(page.locator("#done")).containsText("The outcome is saved");
        assertThat(page.locator(".timeline")).containsText("No answer");
        office.lead(lead, found -> found.get("stage").asString().equals("ATTEMPTING"));
    }

    @Test
    @Holds(Promise.P5)
    void aRedBarComesAndGoesWithSomebodyInDangerOnAnOpenPage() {
        String lead = office.asked("{\"name\": \"Nele Brandt\", \"phone\": \"(305) 555-0146\"}");
        Page ana = somebody(Look.PHONE).signedIn("ana").page();
        assertThat(ana.locator("#danger-bar")).isHidden();
        callsAndPressesTheCrisisKey("+13055550146");

        assertThat(ana.locator("#danger-bar"))
                .containsText("1 person may be in danger and nobody has taken them: open");
        ana.locator("#danger-open").click();
        ana.locator("#open-" + lead).click();
        assertThat(ana.locator("#danger")).containsText("Asked for the crisis line at");
        ana.locator("#take").click();

        assertThat(ana.locator("#danger")).containsText("Ana Reyes has taken them.");
        assertThat(ana.locator("#danger-bar")).isHidden();
        ana.locator("#safe-title").click();
        ana.locator("#why-safe").fill("She is with her sister.");
        ana.locator("#safe").click();
        assertThat(ana.locator("#done")).containsText("The warning is over.");
        assertThat(ana.locator("#danger")).not().isAttached();
    }

    private void callsAndPressesTheCrisisKey(String phone) {
        SignedTwilioRequest call =
                SignedTwilioRequest.inboundCall("CA1000000000000000000000000000146", phone, "+18445550100");
        URI server = URI.create("http://localhost:" + port);
        for (SignedTwilioRequest each :
                List.of(call, call.at("/twilio/voice/menu/en/greeting").with("Digits", "9"))) {
            new Browser(port)
                    .send(HttpRequest.newBuilder(
                            each.post(secrets.twilioAuthTokens().get(0), server.toString(), server),
                            (name, value) -> true));
        }
    }

    @Test
    void signingInAndALeadWorkWithoutJavaScript() {
        office.everybodyIsAway();
        String lead = "/console/leads/" + office.asked("{\"name\": \"Rosa Imber\", \"phone\": \"(305) 555-0143\"}");
        Page page = somebody(Look.PHONE.withoutJavaScript())
                .signedIn("ana")
                .at(lead)
                .page();

        page.locator("#claim").click();
        assertThat(page.locator("#lead")).containsText("You own this lead.");
        page.locator("#note").fill("Prefers the afternoon.");
        page.locator("#save-note").click();

        assertThat(page.locator("#done")).containsText("The note is saved.");
        assertThat(page.locator(".timeline")).containsText("Prefers the afternoon.");
    }

    @Test
    @Holds(Promise.P10)
    void theStreamTellsIdsAndNothingOfAPerson() {
        Screen ana = somebody(Look.DESK);
        List<String> heard = new ArrayList<>();
        CDPSession wire = ana.context().newCDPSession(ana.page());
        wire.send("Network.enable");
        wire.on("Network.eventSourceMessageReceived", (JsonObject event) -> heard.add(event.toString()));
        ana.signedIn("ana");
        assertThat(ana.page().locator("#live")).hasText("live");

        String lead = office.asked(
                "{\"name\": \"Odile Renner\", \"phone\": \"(305) 555-0144\", \"email\": \"odile@example.org\"}");

        assertThat(ana.page().locator("#lead-" + lead)).containsText("Odile Renner");
        ana.page().waitForCondition(() -> heard.stream().anyMatch(event -> event.contains(lead)));
        assertThat(String.join("\n", heard)).doesNotContain("Odile", "Renner", "5550144", "555-0144", "example.org");
        assertThat(kept(ana.page())).doesNotContain("Odile", "555");
    }

    @Test
    void aPageThatLostItsServerSaysSoAndComesBack() {
        try (Cable cable = new Cable(port)) {
            Screen ana = somebody(Look.DESK, "http://localhost:" + cable.port()).provoking();
            Page page = ana.signedIn("ana").page();
            assertThat(page.locator("#live")).hasText("live");

            cable.cut();
            assertThat(page.locator("#live")).hasText("reconnecting");
            String missed = office.asked("{\"name\": \"Tilda Moss\", \"phone\": \"(305) 555-0145\"}");
            cable.mend();

            assertThat(page.locator("#live")).hasText("live");
            assertThat(page.locator("#lead-" + missed)).containsText("Tilda Moss");
            assertThat(page.locator("#banner")).isHidden();
        }
    }

    private static String kept(Page page) {
        return (String) page.evaluate("() => JSON.stringify([{...localStorage}, {...sessionStorage}, location.href])");
    }
}
