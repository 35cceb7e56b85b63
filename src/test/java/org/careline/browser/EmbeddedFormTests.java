package org.careline.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** The form on the clinic's own site, and on a site that is not named in the settings. */
@TestPropertySource(properties = "careline.data-dir=target/browser/embedded-${random.uuid}")
class EmbeddedFormTests extends InTheBrowser {

    private static final ClinicSite NAMED = new ClinicSite();
    private static final ClinicSite ANOTHER = new ClinicSite();

    @DynamicPropertySource
    static void oneSiteIsNamed(DynamicPropertyRegistry properties) {
        properties.add("careline.webform.allowed-origins", NAMED::origin);
    }

    @AfterAll
    static void closeTheSites() {
        NAMED.close();
        ANOTHER.close();
    }

    @Test
    @Holds(Promise.P10)
    void aNamedSiteShowsTheFormAndItsReceiptInItsPage() {
        Screen visitor = somebody(Look.PHONE);
        Page page = visitor.besides(NAMED.origin()).at(NAMED.embedding(site)).page();
        FrameLocator form = page.frameLocator("iframe");
        assertThat(page.locator("iframe")).hasAttribute("title", "Contact form");

        form.locator("#phone").fill("(305) 555-0147");
        // The frame is as high as the form: nobody scrolls in two places.
        assertThat(page.locator("iframe")).not().hasCSS("height", "640px");
        form.locator(SEND).click();

        assertThat(form.locator(".number code")).isVisible();
        assertThat(page).hasURL(NAMED.origin() + "/contact");
        assertThat(visitor.context().cookies()).isEmpty();
    }

    @Test
    void anotherSiteHasALinkInstead() {
        Page page = somebody(Look.PHONE)
                .expecting("Framing ")
                .expecting("Refused to frame ")
                .besides(ANOTHER.origin())
                .at(ANOTHER.embedding(site))
                .page();

        assertThat(page.locator("a[href*='/forms/consultation']")).hasText("Contact form");
        assertThat(page.locator("iframe")).not().isAttached();
    }
}
