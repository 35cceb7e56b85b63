package org.careline.webform;

import static org.assertj.core.api.Assertions.assertThat;

import org.careline.web.Browser;
import org.careline.web.Doors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Somebody types the bare address. */
@Doors
class EntranceTests {

    private final Browser browser;

    @Autowired
    EntranceTests(@LocalServerPort int port) {
        this.browser = new Browser(port);
    }

    @Test
    void theBareAddressLeadsToTheFormTheTelephoneAndTheConsole() {
        String page = browser.get("/").body();

        assertThat(page)
                .contains("<a href=\"/forms/consultation?lang=en\">Ask for a free consultation</a>")
                .contains("<a href=\"tel:+18445550100\">Or call us: (844) 555-0100</a>")
                .contains("<a href=\"/console\">Sign in to the console</a>")
                .contains("988");
        assertThat(browser.get("/?lang=es").body())
                .contains("<a href=\"/forms/consultation?lang=es\">Pida una consulta gratuita</a>")
                .contains("Para quienes trabajan aqu");
    }
}
