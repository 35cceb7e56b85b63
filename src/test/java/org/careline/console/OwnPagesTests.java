package org.careline.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.careline.lead.Lead;
import org.careline.support.MovableClock;
import org.careline.web.DoorFakes;
import org.careline.web.DoorLeads;
import org.careline.web.Doors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Nothing is done in a coordinator's name from a page that is not ours. */
@Doors
class OwnPagesTests {

    private static final String NOTE = "They asked for a call on Friday.";

    private final DoorLeads leads;
    private final int port;
    private final Visitor ana;
    private final Lead lead = SomeLeads.ownedBy(SomeLeads.of("form:own", "Maya Ortiz", 0), "ana");
    private final String page = "/console/leads/" + lead.id();

    @Autowired
    OwnPagesTests(DoorFakes behind, DoorLeads leads, MovableClock clock, @LocalServerPort int port) {
        behind.forget();
        clock.reset();
        this.leads = leads;
        this.port = port;
        this.ana = Visitor.signedIn(port, "ana");
    }

    @BeforeEach
    void aLead() {
        leads.write(java.util.List.of(lead));
        ana.get(page);
    }

    private HttpResponse<String> notes(String... headers) {
        return ana.post(page + "/notes", Map.of("text", NOTE), headers);
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, same-site",
        "Sec-Fetch-Site, cross-site",
        "Origin, https://www.clinic.example",
        "Origin, http://localhost",
        "Origin, x:y",
    })
    void aPageOfAnotherSiteChangesNothingEvenWithTheToken(String header, String value) {
        assertThat(notes(header, value).statusCode()).isEqualTo(403);
        assertThat(ana.get(page).body()).doesNotContain(NOTE);
    }

    @ParameterizedTest
    @CsvSource({"same-origin", "none"})
    void aPageOfOursDoes(String site) {
        assertThat(notes("Sec-Fetch-Site", site, "Origin", "http://localhost:" + port)
                        .statusCode())
                .isEqualTo(302);
        assertThat(notes("Origin", "http://localhost:" + port).statusCode()).isEqualTo(302);
        assertThat(ana.get(page).body()).contains(NOTE);
    }

    @Test
    void aTokenThatASiblingSiteTossedInIsGoodForNothing() {
        ana.setCookie("careline-csrf", "00000000-0000-0000-0000-000000000000");
        ana.setCookie("XSRF-TOKEN", "00000000-0000-0000-0000-000000000000");

        HttpResponse<String> answer = ana.postWithoutToken(
                page + "/notes", Map.of("text", NOTE, "_csrf", "00000000-0000-0000-0000-000000000000"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(ana.get(page).body()).doesNotContain(NOTE);
    }

    @Test
    void anotherSessionsTokenIsGoodForNothing() {
        Visitor ben = Visitor.signedIn(port, "ben");
        ben.get("/console/queue");
        ben.setCookie("careline-session", ana.cookie("careline-session"));

        assertThat(ben.post(page + "/notes", Map.of("text", NOTE)).statusCode()).isEqualTo(403);
    }

    @Test
    void nobodyIsSignedInFromAnotherSite() {
        Visitor somebody = new Visitor(port);

        HttpResponse<String> answer = somebody.postWithoutToken(
                "/login", Map.of("username", "ana", "password", Doors.PASSWORD), "Sec-Fetch-Site", "cross-site");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void whatWasTypedOnAnOldPageIsShownOnceMore() {
        Visitor signedOut = new Visitor(port);

        for (HttpResponse<String> answer : java.util.List.of(
                ana.postWithoutToken(page + "/notes", Map.of("text", NOTE)),
                signedOut.postWithoutToken(page + "/notes", Map.of("text", NOTE)))) {
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("That was not saved", NOTE);
            assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        }
        assertThat(signedOut
                        .postWithoutToken(page + "/notes", Map.of("text", NOTE), "HX-Request", "true")
                        .statusCode())
                .isEqualTo(401);
    }
}
