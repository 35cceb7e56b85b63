package org.careline.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** What the first room is for: a stranger asks, and whoever works the queue sees it without lifting a hand. */
@TestPropertySource(properties = "careline.data-dir=target/browser/scenario-${random.uuid}")
class FormToQueueScenario extends InTheBrowser {

    @Test
    void aStrangerAsksByKeyboardInSpanishAndStandsInTheOpenQueue() {
        Page queue = somebody(Look.DESK).signedIn("ana").page();
        assertThat(queue.locator("#live")).hasText("live");
        List<String> loaded = new ArrayList<>();
        queue.onFrameNavigated(frame -> loaded.add(frame.url()));

        Screen stranger = somebody(Look.PHONE.inSpanish()).at("/forms/consultation");
        Page form = stranger.page();
        assertThat(form.locator("html")).hasAttribute("lang", "es");
        stranger.tabTo("#name");
        form.keyboard().type("Lucía Marín");
        stranger.tabTo("#phone");
        form.keyboard().type("(305) 555-0126");
        stranger.shoot("form");
        stranger.tabTo("#message");
        form.keyboard().type("Busco ayuda para mi hermano.");
        stranger.tabTo("[name='consent.call']");
        form.keyboard().press("Space");
        stranger.tabTo(SEND);
        form.keyboard().press("Enter");

        form.waitForURL("**/receipts/*");
        assertThat(form.locator("html")).hasAttribute("lang", "es");
        assertThat(form.locator("h1")).hasText("Recibimos su solicitud");
        assertThat(queue.locator("#list")).containsText("Lucía Marín");
        assertThat(queue.locator("#list")).containsText("Spanish");
        assertThat(loaded).isEmpty();
        stranger.shoot("receipt");
    }
}
