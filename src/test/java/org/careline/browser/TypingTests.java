package org.careline.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** What somebody types on a lead's page while others work on the same lead. */
@TestPropertySource(properties = "careline.data-dir=target/browser/typing-${random.uuid}")
@Holds(Promise.P12)
class TypingTests extends InTheBrowser {

    /** A lead for each test: what was typed with one and not saved is kept, as it is promised. */
    private static final AtomicInteger PHONES = new AtomicInteger(10);

    private String lead = "";

    @BeforeEach
    void somebodyHasAsked() {
        lead = office.asked("{\"name\": \"Nora Field\", \"phone\": \"(786) 555-01" + PHONES.getAndIncrement() + "\"}");
        clock.advance(Duration.ofMinutes(1));
    }

    @AfterEach
    void everybodyIsHere() {
        office.everybodyIsHere();
    }

    @Test
    void whatIsTypedWhileThePageIsFetchedStaysAndSoDoesTheCaret() {
        Screen ana = at("ana");
        Page page = ana.page();
        Deque<Route> held = new ArrayDeque<>();
        page.route("**/console/leads/" + lead, held::add);

        office.noteBy("ben", lead, "Ben was here.");
        page.waitForCondition(() -> !held.isEmpty());
        page.locator("#note").pressSequentially("She prefers");
        page.locator("#note").press("Home");
        held.forEach(Route::resume);

        assertThat(page.locator("#news")).hasText("Just now: Note by Ben Carter");
        assertThat(page.locator(".timeline")).containsText("Ben was here.");
        page.keyboard().type("Today: ");
        assertThat(page.locator("#note")).hasValue("Today: She prefers");
        assertThat(page.locator("#note")).isFocused();
    }

    @Test
    void everyFieldThatHoldsSomethingStaysWhileTheRestIsNew() {
        Page page = at("ana").page();
        page.locator("#outcome").selectOption("SPOKE_CALLBACK");
        page.locator("#at").fill("2026-12-01T15:30");
        page.locator("#reason").selectOption("COST");
        page.locator("#contact-0").focus();

        office.noteBy("ben", lead, "Ben was here.");

        assertThat(page.locator(".timeline")).containsText("Ben was here.");
        assertThat(page.locator("#outcome")).hasValue("SPOKE_CALLBACK");
        assertThat(page.locator("#at")).hasValue("2026-12-01T15:30");
        assertThat(page.locator("#reason")).hasValue("COST");
        assertThat(page.locator("#contact-0")).isFocused();
    }

    @Test
    void whatIsAddedWhileANoteIsSavedStaysInTheBox() {
        Page page = at("ana").page();
        Deque<Route> held = new ArrayDeque<>();
        page.route("**/notes", held::add);
        page.locator("#note").fill("First thought.");
        page.locator("#save-note").click();
        page.waitForCondition(() -> !held.isEmpty());
        page.locator("#note").press("End");
        page.locator("#note").pressSequentially(" Second");
        held.forEach(Route::resume);

        assertThat(page.locator("#done")).containsText("The note is saved.");
        assertThat(page.locator(".timeline")).containsText("First thought.");
        page.keyboard().type(" thought.");
        assertThat(page.locator("#note")).hasValue("Second thought.");
        assertThat(page.locator("#note")).isFocused();
    }

    @Test
    void aRefusalStaysUntilItIsRead() {
        office.everybodyIsAway();
        String free = office.asked("{\"name\": \"Uma Vale\", \"phone\": \"(305) 555-0151\"}");
        Screen screen = somebody(Look.PHONE).provoking().signedIn("ana");
        Page page = screen.at("/console/leads/" + free).page();
        Deque<Route> held = new ArrayDeque<>();
        page.route("**/claim", held::add);
        page.locator("#claim").click();
        page.waitForCondition(() -> !held.isEmpty());
        office.claimedBy("ben", free);
        held.forEach(Route::resume);

        Locator trouble = page.locator("#trouble");
        assertThat(trouble).containsText("Already taken by Ben Carter.");
        assertThat(trouble).isFocused();
        office.noteBy("ben", free, "I call her now.");
        assertThat(page.locator(".timeline")).containsText("I call her now.");
        assertThat(trouble).isVisible();
        page.evaluate("() => document.querySelector('.timeline').scrollIntoView()");
        assertThat(inView(trouble)).isTrue();
        assertThat(Axe.faults(page)).isEmpty();

        page.locator("#dismiss-trouble").click();
        assertThat(trouble).not().isAttached();
    }

    @Test
    void theKeyboardGoesToWhereTheWorkGoesOn() {
        Screen screen = at("ana").provoking();
        Page page = screen.page();
        assertThat(page.locator("main h1")).isFocused();

        page.locator("#outcome").selectOption("SPOKE_CALLBACK");
        page.locator("#save-outcome").click();
        assertThat(page.locator("#at")).isFocused();
        assertThat(page.locator("#at-fault")).hasText("Say which time was named.");
        assertThat(page.locator("#at")).hasAttribute("aria-invalid", "true");
        assertThat(Axe.faults(page)).isEmpty();

        page.locator("#outcome").selectOption("NO_ANSWER");
        page.locator("#save-outcome").press("Enter");
        assertThat(page.locator("#done")).containsText("The outcome is saved");
        assertThat(page.locator("#done")).isFocused();
        assertThat(page.locator(".fault")).hasCount(0);

        page.locator("#note").fill("Rang twice.");
        page.locator("#save-note").click();
        assertThat(page.locator("#done")).containsText("The note is saved.");
        assertThat(page.locator("#done")).isFocused();
        assertThat(page.locator("#note")).hasValue("");
    }

    @Test
    void theKeyboardIsWhereItWasAfterGoingBack() {
        Screen screen = somebody(Look.DESK).signedIn("ana");
        Page page = screen.page();
        assertThat(page.locator("main h1")).isFocused();
        page.locator("#open-" + lead).press("Enter");
        page.waitForURL("**/leads/" + lead);
        screen.ready();

        page.goBack();
        screen.ready();

        assertThat(page.locator("#open-" + lead)).isFocused();
    }

    private Screen at(String who) {
        Screen screen = somebody(Look.DESK).signedIn(who).at("/console/leads/" + lead);
        assertThat(screen.page().locator("#live")).hasText("live");
        return screen;
    }

    private static boolean inView(Locator what) {
        return (boolean) what.evaluate("one => { const box = one.getBoundingClientRect();"
                + " return box.top >= 0 && box.bottom <= innerHeight; }");
    }
}
