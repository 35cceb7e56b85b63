package org.careline.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.careline.rehearsal.LineView.Doing;
import org.careline.rehearsal.Step;
import org.careline.rehearsal.Step.Kind;
import org.careline.web.PlayedNetwork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.TestPropertySource;

/** The rehearsal page, followed while a call goes on. */
@TestPropertySource(properties = "careline.data-dir=target/browser/rehearsal-${random.uuid}")
@Import(RehearsalPageTests.ByPlay.class)
class RehearsalPageTests extends InTheBrowser {

    private static final String CLINIC = "+18445550100";
    private static final String CALLER = "+13055550123";

    @Autowired
    PlayedNetwork network;

    @TestConfiguration
    static class ByPlay {

        @Bean
        @Primary
        PlayedNetwork playedNetwork() {
            return new PlayedNetwork();
        }
    }

    @BeforeEach
    void nobodyCalls() {
        network.forget();
    }

    @Test
    void aCallIsPlacedAndFollowedWithTheKeyboardAlone() {
        Screen ana = somebody(Look.DESK).signedIn("ana").at("/console/rehearsal");
        Page page = ana.page();
        ana.tabTo("#call");
        page.keyboard().press("Enter");
        page.waitForURL("**/console/rehearsal?call=*");
        ana.ready();
        assertThat(page.locator("#doing")).hasText("The call begins");

        speaks(Doing.CHOOSES);
        assertThat(page.locator("#doing")).hasText("A menu listens: press a key or say something");
        assertThat(page.locator("#steps")).containsText("Thank you for calling Harbor Light Clinic.");
        ana.tabTo("#caller-key-9");
        page.keyboard().press("Enter");

        assertThat(page.locator("#steps")).isVisible();
        assertThat(network.acts).anyMatch(act -> act.endsWith("Press[keys=9]"));
    }

    @Test
    void whatIsTypedStaysWhileTheCallGoesOn() {
        String call = speaks(Doing.CHOOSES);
        Page page = somebody(Look.DESK)
                .signedIn("ana")
                .at("/console/rehearsal?call=" + call)
                .page();
        page.locator("#words").fill("quiero mor");
        page.locator("#caller-key-1").focus();

        speaks(Doing.QUEUES);

        assertThat(page.locator("#doing")).containsText("The caller waits in line");
        assertThat(page.locator("#words")).hasValue("quiero mor");
        assertThat(page.locator("#caller-key-1")).isFocused();
    }

    @Test
    void everyStateIsReadableAtEveryWidthLightAndDark() {
        for (Look look :
                new Look[] {Look.DESK, Look.DESK.inTheDark(), Look.PHONE, Look.NARROW, Look.NARROW.inTheDark()}) {
            network.forget();
            Screen ana = somebody(look).signedIn("ana");
            shown(ana, "", "rehearsal-empty");
            shown(ana, "?call=" + rings(), "rehearsal-rings");
            shown(ana, "?call=" + speaks(Doing.RECORDS), "rehearsal-message");
            shown(ana, "?call=" + speaks(Doing.IS_OVER), "rehearsal-over");
            shown(ana, "?call=CA" + "9".repeat(32), "rehearsal-forgotten");
        }
    }

    private static void shown(Screen screen, String query, String name) {
        screen.at("/console/rehearsal" + query);
        assertThat(screen.page().locator(".rehearsed")).hasText("Rehearsal: nothing leaves this machine.");
        screen.assertFits(name);
        screen.shoot(name);
        assertThat(Axe.faults(screen.page())).as(name).isEmpty();
    }

    private String rings() {
        network.put(2, false, CLINIC, "+13055550171", Doing.RINGS);
        network.put(3, false, CLINIC, "+13055550172", Doing.CHOOSES);
        return speaks(Doing.WAITS_FOR_PHONES);
    }

    private String speaks(Doing doing) {
        return network.put(
                1,
                true,
                CALLER,
                CLINIC,
                doing,
                step(Kind.PLACED, CLINIC, ""),
                step(Kind.ASKED, "200", "/twilio/voice/inbound"),
                step(Kind.SAID, "Thank you for calling Harbor Light Clinic.", "/twilio/voice/inbound"),
                step(Kind.MENU, "dtmf speech, 1 digits", "/twilio/voice/inbound"),
                step(Kind.PRESSED, "2", ""),
                step(Kind.RINGS, "+13055550171", "/twilio/voice/menu/en-chosen/0a1b2c3d4e5f/0-1-2/1"),
                step(Kind.NOT_UNDERSTOOD, "Twilio would not understand: a verb that is none", ""));
    }

    private static Step step(Kind kind, String text, String address) {
        return new Step(PlayedNetwork.NINE, kind, text, address);
    }
}
