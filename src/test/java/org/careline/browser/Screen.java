package org.careline.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.careline.support.WrittenPage;
import org.careline.web.Doors;

/**
 * A browser of somebody's own with one window, and all that went wrong in it: errors, violations of the content security
 * policy, requests to other hosts. Closing it fails if there was anything of the kind.
 */
final class Screen implements AutoCloseable {

    private static final Path SHOTS = Path.of("target", "screenshots");
    private static final Path SHOWN = Path.of("src", "docs", "screenshots");

    /** A status that a test provokes is told as an error by the browser itself. */
    private static final String STATUS = "Failed to load resource: ";

    private final BrowserContext context;
    private final Page page;
    private final Look look;
    private final List<String> sites = new ArrayList<>();
    private final List<String> expected = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();

    Screen(BrowserContext context, Look look, String site) {
        this.context = context;
        this.look = look;
        sites.add(site);
        this.page = context.newPage();
        page.onConsoleMessage(this::said);
        page.onPageError(wrong::add);
        page.onRequest(this::requested);
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    /** Errors of the network and refusals are part of what is tested here. */
    Screen provoking() {
        return expecting(STATUS);
    }

    /** Complaints that begin like this are part of what is tested here. */
    Screen expecting(String complaint) {
        expected.add(complaint);
        return this;
    }

    /** This site belongs to the story too. */
    Screen besides(String origin) {
        sites.add(origin);
        return this;
    }

    /** Goes there and waits until the page is ready for a hand. */
    Screen at(String path) {
        page.navigate(path);
        return ready();
    }

    Screen ready() {
        page.waitForLoadState();
        if (look.javaScript() && page.locator("script[src*='console.js']").count() > 0) {
            assertThat(page.locator("html[data-ready]")).isAttached();
        }
        return this;
    }

    Screen signedIn(String id) {
        at("/login");
        page.locator("#username").fill(id);
        page.locator("#password").fill(Doors.PASSWORD);
        page.locator("#content button").click();
        page.waitForURL("**/console/queue");
        return ready();
    }

    /** Presses Tab until this has the focus, as somebody without a mouse does. */
    Locator tabTo(String selector) {
        Locator wanted = page.locator(selector);
        for (int stop = 0; stop < 80; stop++) {
            page.keyboard().press("Tab");
            if ((boolean) wanted.evaluate("element => element === document.activeElement")) {
                return wanted;
            }
        }
        throw new AssertionError("The keyboard does not reach " + selector);
    }

    void assertFits(String what) {
        assertThat((int) page.evaluate("() => document.documentElement.scrollWidth"))
                .as("%s at %s scrolls sideways", what, look)
                .isLessThanOrEqualTo(look.width());
    }

    /** Leaves a picture for people; those that the documentation shows are renewed where its pages are written anew. */
    void shoot(String name) {
        String file = name + "-" + look + ".png";
        page.screenshot(new Page.ScreenshotOptions().setPath(SHOTS.resolve(file)));
        Path shown = SHOWN.resolve(file);
        if (WrittenPage.wanted() && Files.exists(shown)) {
            page.screenshot(new Page.ScreenshotOptions().setPath(shown));
        }
    }

    @Override
    public void close() {
        context.close();
        assertThat(wrong).as("what went wrong in the browser").isEmpty();
    }

    private void said(ConsoleMessage message) {
        boolean known = expected.stream().anyMatch(message.text()::startsWith);
        if (!known && (message.type().equals("error") || message.text().contains("Content Security Policy"))) {
            wrong.add(message.text());
        }
    }

    private void requested(Request request) {
        String url = request.url();
        if (sites.stream().noneMatch(url::startsWith) && !url.startsWith("data:")) {
            wrong.add("A request to " + url);
        }
    }
}
