package org.careline.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.careline.lead.CoordinatorAct;
import org.careline.lead.LeadBook;
import org.careline.lead.LeadId;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.careline.staff.CoordinatorId;
import org.careline.support.Actors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Not a letter is lost, over many rounds of typing while a colleague works on the same lead and answers are late. */
@TestPropertySource(properties = "careline.data-dir=target/browser/rounds-${random.uuid}")
@Holds(Promise.P12)
class TypingRoundsTests extends InTheBrowser {

    private static final CoordinatorId ANA = new CoordinatorId("ana");

    @Autowired
    LeadBook book;

    @Test
    void fiveRoundsOfTypingLoseNotALetter() {
        nothingIsLost(5, 11, "(305) 555-0191");
    }

    @Test
    @Tag("long")
    void aHundredRoundsOfTypingLoseNotALetter() {
        nothingIsLost(100, 29, "(305) 555-0192");
    }

    @Test
    void aPageThatAsksBeforeItFetchesLosesSome() {
        String lead = office.asked("{\"name\": \"Vera Stahl\", \"phone\": \"(305) 555-0193\"}");
        Page page = somebody(Look.DESK).signedIn("ana").page();
        page.route(
                "**/console-assets/fields.js",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/javascript")
                        .setBody(askingBefore(served("fields.js")))));
        page.navigate("/console/leads/" + lead);
        PlaywrightAssertions.assertThat(page.locator("#live")).hasText("live");
        Deque<Route> held = new ArrayDeque<>();
        page.route("**/console/leads/" + lead, held::add);
        office.noteBy("ben", lead, "Ben was here.");
        page.waitForCondition(() -> !held.isEmpty());
        page.locator("#note").pressSequentially("Typed meanwhile");
        held.forEach(Route::resume);
        PlaywrightAssertions.assertThat(page.locator(".timeline")).containsText("Ben was here.");

        assertThat(page.locator("#note").inputValue()).isNotEqualTo("Typed meanwhile");
    }

    private void nothingIsLost(int rounds, long seed, String phone) {
        String lead = office.asked("{\"name\": \"Lena Ward\", \"phone\": \"" + phone + "\"}");
        TypingRounds typing =
                new TypingRounds(office, somebody(Look.DESK).provoking().signedIn("ana"), lead, seed);
        for (int round = 0; round < rounds; round++) {
            typing.round(round);
        }
        // An outcome whose answer was late may be there twice; a text of it never differs.
        assertThat(Set.copyOf(notes(lead))).containsExactlyInAnyOrderElementsOf(typing.typed());
    }

    private List<String> notes(String lead) {
        return book.find(new LeadId(lead), Actors.TEST).orElseThrow().acts().stream()
                .filter(act -> act.by().equals(ANA) && act.note() != null)
                .map(CoordinatorAct::note)
                .toList();
    }

    /** As it was once: what is used was asked before the page was fetched. */
    private static String askingBefore(String source) {
        String before = source.replace(
                "const answer = await fetch(address,",
                "window.usedBefore = unitsInUse(document.body);\n  const answer = await fetch(address,");
        String planted = before.replace("const kept = unitsInUse(old);", "const kept = window.usedBefore;");
        assertThat(planted).isNotEqualTo(before);
        assertThat(before).isNotEqualTo(source);
        return planted;
    }

    private static String served(String name) {
        try (InputStream file = TypingRoundsTests.class.getResourceAsStream("/console-assets/" + name)) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
