package org.careline.browser;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.careline.node.BackgroundJob;
import org.careline.support.MovableClock;
import org.careline.web.Browser;
import org.careline.web.Doors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** A whole application for one class, with a clock that stands still until it is moved, and the people in front of it. */
@Tag("browser")
@ExtendWith(NeedsChromium.class)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "careline.api.token=" + Doors.TOKEN,
            "careline.console.password=" + Doors.PASSWORD,
            "careline.webform.min-fill-time=0s",
            "careline.intake.poll-interval=100ms",
        })
@Import(InTheBrowser.ByHand.class)
abstract class InTheBrowser {

    /** The form's own button; another one goes on in another language. */
    static final String SEND = "form button[type=submit]:not([name])";

    @Autowired
    MovableClock clock;

    @Autowired
    private List<BackgroundJob> jobs;

    private final List<Screen> screens = new ArrayList<>();
    private Chromium chromium;
    FrontOffice office;
    String site;

    @TestConfiguration
    static class ByHand {

        @Bean
        MovableClock clock() {
            return new MovableClock();
        }
    }

    @BeforeEach
    void open(Chromium running, @LocalServerPort int port) {
        clock.whenMoved(() -> jobs.forEach(BackgroundJob::nudge));
        // What happened before no longer counts for the burst limit.
        clock.advance(Duration.ofMinutes(11));
        chromium = running;
        site = "http://localhost:" + port;
        office = new FrontOffice(new Browser(port));
    }

    @AfterEach
    void close() {
        screens.forEach(Screen::close);
    }

    /** Somebody with a browser of their own. */
    Screen somebody(Look look) {
        return somebody(look, site);
    }

    Screen somebody(Look look, String where) {
        Screen screen = chromium.screen(look, where);
        screens.add(screen);
        return screen;
    }
}
