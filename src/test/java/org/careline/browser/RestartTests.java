package org.careline.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.Arrays;
import java.util.UUID;
import org.careline.Careline;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.careline.web.Browser;
import org.careline.web.Doors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** The application is restarted, as after every change of the clinic's files, while somebody types. */
@Tag("browser")
@ExtendWith(NeedsChromium.class)
@Holds(Promise.P12)
class RestartTests {

    private static final String[] SETTINGS = {
        "--careline.data-dir=target/browser/restart-" + UUID.randomUUID(),
        "--careline.api.token=" + Doors.TOKEN,
        "--careline.console.password=" + Doors.PASSWORD,
        "--careline.webform.min-fill-time=0s",
        "--careline.intake.poll-interval=100ms",
    };

    private static final double FIVE_SECONDS_MS = 5_000;

    @Test
    void whatIsTypedBeforeAndDuringARestartIsThereAfterwards(Chromium chromium) {
        ConfigurableApplicationContext first = started(0);
        int port = port(first);
        String site = "http://localhost:" + port;
        String lead =
                new FrontOffice(new Browser(port)).asked("{\"name\": \"Olga Reed\", \"phone\": \"(305) 555-0195\"}");
        try (Screen ana = chromium.screen(Look.PHONE, site).provoking()) {
            Page page = ana.signedIn("ana").at("/console/leads/" + lead).page();
            assertThat(page.locator("#live")).hasText("live");
            page.locator("#note").pressSequentially("Typed before");
            assertThat(page.locator("#draft-state")).containsText("Saved ");

            first.close();
            assertThat(page.locator("#banner"))
                    .containsText(
                            "does not answer", new LocatorAssertions.ContainsTextOptions().setTimeout(FIVE_SECONDS_MS));
            page.locator("#note").pressSequentially(", and while it was away");
            ConfigurableApplicationContext second = started(port);
            assertThat(page.locator("#banner")).containsText("You are signed out.");
            assertThat(page.locator("#note")).isHidden();
            page.locator("#sign-in-again").click();
            page.locator("#again #username").fill("ana");
            page.locator("#again #password").fill(Doors.PASSWORD);
            page.locator("#again button.primary").click();

            assertThat(page.locator("#note")).hasValue("Typed before, and while it was away");
            assertThat(page.locator("#draft-state")).containsText("Saved ");
            Screen elsewhere = chromium.screen(Look.DESK, site);
            elsewhere.signedIn("ana").at("/console/leads/" + lead);
            assertThat(elsewhere.page().locator("#note")).hasValue("Typed before, and while it was away");
            elsewhere.close();
            page.locator("#save-note").click();
            assertThat(page.locator(".timeline")).containsText("Typed before, and while it was away");
            second.close();
        }
    }

    private static ConfigurableApplicationContext started(int port) {
        SpringApplicationBuilder application = new SpringApplicationBuilder(Careline.class);
        String[] all = Arrays.copyOf(SETTINGS, SETTINGS.length + 1);
        all[SETTINGS.length] = "--server.port=" + port;
        return application.run(all);
    }

    private static int port(ConfigurableApplicationContext application) {
        return application.getBean(Environment.class).getRequiredProperty("local.server.port", Integer.class);
    }
}
