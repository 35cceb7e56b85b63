package org.careline.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "careline.data-dir=target/browser/form-${random.uuid}")
class FormPagesTests extends InTheBrowser {

    @Test
    void faultsLeadToTheirFieldsAndWhatWasTypedStays() {
        Screen visitor = somebody(Look.PHONE).provoking().at("/forms/consultation");
        Page page = visitor.page();
        page.locator("#name").fill("Nora Quill");
        page.locator("#phone").fill("555");
        page.locator("#message").fill("Mornings are best.");
        page.locator("[id='consent.call']").check();
        send(page);

        Locator summary = page.locator(".summary");
        assertThat(summary).isFocused();
        summary.locator("a").first().click();
        assertThat(page.locator("#phone")).isFocused();
        assertThat(page.locator("#phone")).hasAttribute("aria-invalid", "true");
        assertThat(page.locator("#phone")).hasValue("555");
        assertThat(page.locator("#name")).hasValue("Nora Quill");
        assertThat(page.locator("#message")).hasValue("Mornings are best.");
        assertThat(page.locator("[id='consent.call']")).isChecked();
        assertThat(page.locator("[id='consent.text']")).not().isChecked();

        page.locator("#phone").fill("(305) 555-0140");
        send(page);
        page.waitForURL("**/receipts/*");
    }

    @Test
    void theFormWorksWithoutJavaScript() {
        Page page = somebody(Look.PHONE.withoutJavaScript())
                .at("/forms/consultation")
                .page();
        page.locator("#email").fill("nora@example.org");
        send(page);

        page.waitForURL("**/receipts/*");
        assertThat(page.locator("h1")).isVisible();
    }

    @Test
    @Holds(Promise.P10)
    void publicPagesKeepNothingInTheBrowserAndNobodyInTheAddress() {
        Screen visitor = somebody(Look.PHONE).at("/forms/consultation?utm_source=letter");
        Page page = visitor.page();
        page.locator("#name").fill("Nora Quill");
        page.locator("#email").fill("nora@example.org");
        send(page);
        page.waitForURL("**/receipts/*");

        assertThat(visitor.context().cookies()).isEmpty();
        assertThat(page.evaluate("() => localStorage.length + sessionStorage.length"))
                .isEqualTo(0);
        assertThat(page.url()).doesNotContain("?", "Nora", "nora", "example");
    }

    private static void send(Page page) {
        page.locator(SEND).click();
    }
}
