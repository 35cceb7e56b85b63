package org.careline.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.careline.web.Doors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** What is typed and not saved yet: it saves itself, and outlives everything that happens to a page. */
@TestPropertySource(properties = "careline.data-dir=target/browser/drafts-${random.uuid}")
@Holds(Promise.P12)
class DraftTests extends InTheBrowser {

    private static final String TEXT = "Prefers evenings, äöü 🙂 \"quoted\"\nand a second line";

    @LocalServerPort
    int port;

    /** Each test has a lead of its own. */
    private static final Iterator<Integer> PHONES = IntStream.range(60, 90).iterator();

    private String lead = "";

    @BeforeEach
    void somebodyHasAsked() {
        lead = office.asked("{\"name\": \"Ida Holm\", \"phone\": \"(305) 555-01%d\"}".formatted(PHONES.next()));
    }

    @Test
    void itIsKeptByTheServerAndByNoStorageOfTheBrowser() {
        Screen ana = at("ana");
        type(ana.page(), TEXT);
        ana.page().locator("#outcome").selectOption("BUSY");
        assertThat(ana.page().locator("#draft-state")).containsText("Saved ");

        String kept = (String) ana.page()
                .evaluate("async () => JSON.stringify([{...localStorage}, {...sessionStorage},"
                        + " document.cookie, await indexedDB.databases(), await caches.keys(), location.href])");
        assertThat(kept).doesNotContain("evenings", "BUSY");

        ana.page().reload();
        ana.ready();
        assertThat(ana.page().locator("#note")).hasValue(TEXT);
        assertThat(ana.page().locator("#outcome")).hasValue("BUSY");
        assertThat(Axe.faults(ana.page())).isEmpty();
        assertThat(at("ben").page().locator("#note")).hasValue("");
    }

    @Test
    void savingSomethingElseLeavesItAndSavingItEndsIt() {
        Screen ana = at("ana");
        Page page = ana.page();
        page.locator("#reason").selectOption("COST");
        type(page, "It rang for long.");
        page.locator("#outcome").selectOption("NO_ANSWER");
        page.locator("#save-outcome").click();
        assertThat(page.locator("#done")).containsText("The outcome is saved");
        assertThat(page.locator(".timeline")).containsText("It rang for long.");
        assertThat(page.locator("#note")).hasValue("");
        assertThat(page.locator("#reason")).hasValue("COST");

        page.reload();
        ana.ready();
        assertThat(page.locator("#note")).hasValue("");
        assertThat(page.locator("#outcome")).hasValue("");
        assertThat(page.locator("#reason")).hasValue("COST");
    }

    @Test
    @SuppressWarnings("deprecation") // a click that is not followed by another page must not be waited for
    void whoeverLeavesBeforeItIsKeptIsAsked() {
        Screen ana = at("ana").provoking();
        Page page = ana.page();
        List<String> asked = new ArrayList<>();
        page.onDialog(dialog -> {
            asked.add(dialog.type());
            dialog.dismiss();
        });
        page.route("**/draft", Route::abort);
        type(page, "Not there yet");
        assertThat(page.locator("#banner")).containsText("not saved yet");
        page.locator(".brand").click(new Locator.ClickOptions().setNoWaitAfter(true));
        page.waitForCondition(() -> asked.contains("beforeunload"));

        page.unroute("**/draft");
        assertThat(page.locator("#draft-state")).containsText("Saved ");
        assertThat(page.locator("#banner")).isHidden();
        assertThat(page.locator("#note")).hasValue("Not there yet");
        asked.clear();
        page.locator(".brand").click();
        page.waitForURL("**/queue");
        assertThat(asked).isEmpty();
        ana.at(path());
        assertThat(page.locator("#note")).hasValue("Not there yet");
    }

    @Test
    void itIsThereAfterSigningOutAndInAgain() {
        Screen ana = at("ana").provoking();
        type(ana.page(), TEXT);
        ana.page().locator("#sign-out").click();
        ana.page().waitForURL("**/login?out");

        ana.signedIn("ana").at(path());

        assertThat(ana.page().locator("#note")).hasValue(TEXT);
    }

    @Test
    void aPageThatIsSignedOutHidesEverybodyAndComesBackForTheSamePersonAlone() {
        Screen ana = at("ana").provoking();
        Page page = ana.page();
        page.onDialog(Dialog::accept);
        Page other = ana.context().newPage();
        other.navigate("/console/queue");
        page.route("**/draft", Route::abort);
        type(page, "Only in this page");
        other.locator("#sign-out").click();
        other.waitForURL("**/login?out");

        assertThat(page.locator("#banner")).containsText("You are signed out.");
        assertThat(page.locator("#lead h1")).isHidden();
        assertThat(page.locator("#note")).isHidden();
        assertThat(page).hasTitle("Signed out · Careline");
        assertThat(Axe.faults(page)).isEmpty();
        page.unroute("**/draft");
        signInInPlace(page, "ben");
        assertThat(page.locator("#banner")).containsText("Somebody else is signed in now.");
        assertThat(page.locator("#note")).isHidden();

        other.navigate("/console/queue");
        other.locator("#sign-out").click();
        other.waitForURL("**/login?out");
        other.locator("#username").fill("ana");
        other.locator("#password").fill(Doors.PASSWORD);
        other.locator("#content button").click();
        other.waitForURL("**/console/queue");

        assertThat(page.locator("#note")).hasValue("Only in this page");
        assertThat(page.locator("#banner")).isHidden();
        assertThat(page.locator("#draft-state")).containsText("Saved ");
        assertThat(page.locator("#live")).hasText("live");
    }

    @Test
    void whoeverSignsInAgainInTheSameTabFindsTheirTextAndSavesIt() {
        Screen ana = at("ana").provoking();
        Page page = ana.page();
        page.route("**/draft", Route::abort);
        type(page, "Half a thought");
        ana.context().clearCookies();
        page.unroute("**/draft");

        assertThat(page.locator("#banner")).containsText("You are signed out.");
        page.locator("#sign-in-again").click();
        page.locator("#again #username").fill("ana");
        page.locator("#again #password").fill("wrong");
        page.locator("#again button.primary").click();
        assertThat(page.locator("#again")).containsText("Name or password is not right.");
        signInAgain(page, "ana");

        assertThat(page.locator("#note")).hasValue("Half a thought");
        page.locator("#save-note").click();
        assertThat(page.locator(".timeline")).containsText("Half a thought");
    }

    @Test
    void twoPagesOfOnePersonLoseNeithersText() {
        Screen desk = at("ana");
        Screen phone = at("ana", Look.NARROW);
        type(desk.page(), "Written at the desk.");
        assertThat(desk.page().locator("#draft-state")).containsText("Saved ");
        type(phone.page(), "Written on the phone.");

        assertThat(phone.page().locator("#other-drafts")).containsText("Written at the desk.");
        assertThat(phone.page().locator("#note")).hasValue("Written on the phone.");
        phone.assertFits("two texts");
        assertThat(Axe.faults(phone.page())).isEmpty();
        phone.page().locator("[id^=add-other]").click();
        assertThat(phone.page().locator("#note")).hasValue("Written on the phone.\nWritten at the desk.");
        phone.page().locator("#save-note").click();
        assertThat(phone.page().locator(".timeline")).containsText("Written at the desk.");

        type(desk.page(), " And more.");
        assertThat(desk.page().locator("#draft-state")).containsText("Saved ");
        Screen anywhere = at("ana");
        assertThat(anywhere.page().locator("#note")).hasValue("Written at the desk. And more.");
    }

    @Test
    void whatIsDiscardedComesBackByUndo() {
        Screen ana = at("ana");
        Page page = ana.page();
        type(page, "A thought");
        page.locator("#discard-draft").click();
        assertThat(page.locator("#note")).hasValue("");
        page.locator("#undo-discard").click();
        assertThat(page.locator("#note")).hasValue("A thought");
        assertThat(page.locator("#draft-state")).containsText("Saved ");
        page.locator("#discard-draft").click();
        assertThat(page.locator("#draft-state")).containsText("Discarded.");

        page.locator("#note").blur();
        page.waitForLoadState(LoadState.NETWORKIDLE);
    }

    @Test
    void aPageWhoseServerIsGoneSaysSoWithinFiveSecondsAndKeepsWhatIsTyped() {
        try (Cable cable = new Cable(port)) {
            Screen ana =
                    somebody(Look.PHONE, "http://localhost:" + cable.port()).provoking();
            Page page = ana.signedIn("ana").at(path()).page();
            assertThat(page.locator("#live")).hasText("live");
            page.evaluate("() => scrollTo(0, document.body.scrollHeight)");

            cable.cut();
            page.locator("#banner").waitFor(new Locator.WaitForOptions().setTimeout(5_000));
            assertThat(page.locator("#banner")).containsText("The server does not answer.");
            assertThat(page.locator("#banner")).isInViewport();
            type(page, "Typed while it was away");
            cable.mend();

            assertThat(page.locator("#draft-state")).containsText("Saved ");
            assertThat(page.locator("#banner")).isHidden();
            assertThat(page.locator("#note")).hasValue("Typed while it was away");
        }
    }

    private Screen at(String who) {
        return at(who, Look.DESK);
    }

    private Screen at(String who, Look look) {
        Screen screen = somebody(look).signedIn(who).at(path());
        assertThat(screen.page().locator("#live")).hasText("live");
        return screen;
    }

    private String path() {
        return "/console/leads/" + lead;
    }

    private static void type(Page page, String text) {
        page.locator("#note").focus();
        page.keyboard().press("Control+End");
        page.keyboard().insertText(text);
    }

    private static void signInInPlace(Page page, String who) {
        page.locator("#sign-in-again").click();
        signInAgain(page, who);
    }

    private static void signInAgain(Page page, String who) {
        page.locator("#again #username").fill(who);
        page.locator("#again #password").fill(Doors.PASSWORD);
        page.locator("#again button.primary").click();
    }
}
