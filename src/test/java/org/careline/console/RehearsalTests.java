package org.careline.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.careline.inbox.InquiryState;
import org.careline.inbox.InquiryStatus;
import org.careline.lead.Fact;
import org.careline.lead.Lead;
import org.careline.lead.RoutingFact;
import org.careline.lead.SourceId;
import org.careline.lead.Touch;
import org.careline.rehearsal.ActionResult;
import org.careline.rehearsal.LineView.Doing;
import org.careline.rehearsal.PhoneNetwork;
import org.careline.rehearsal.Step;
import org.careline.rehearsal.Step.Kind;
import org.careline.snapshot.CallTime;
import org.careline.support.MovableClock;
import org.careline.web.DoorFakes;
import org.careline.web.Doors;
import org.careline.web.PlayedNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Placing calls in a rehearsal. */
@Doors
@Import(RehearsalTests.WithoutAccount.class)
class RehearsalTests {

    private static final String PAGE = "/console/rehearsal";
    private static final String CLINIC = "+18445550100";
    private static final String CALLER = "+13055550123";
    private static final String ANAS_PHONE = "+13055550170";

    private final PlayedNetwork network;
    private final DoorFakes behind;
    private final CallTime time;
    private final Visitor ana;
    private final int port;

    @TestConfiguration
    static class WithoutAccount {

        @Bean
        PlayedNetwork playedNetwork() {
            return new PlayedNetwork();
        }
    }

    @Autowired
    RehearsalTests(
            PlayedNetwork network, DoorFakes behind, CallTime time, MovableClock clock, @LocalServerPort int port) {
        network.forget();
        behind.forget();
        clock.reset();
        this.network = network;
        this.behind = behind;
        this.time = time;
        this.port = port;
        this.ana = Visitor.signedIn(port, "ana");
        ana.get(PAGE);
    }

    @Test
    void everyPageSaysThatItIsARehearsal() {
        assertThat(ana.get("/console/queue").body())
                .contains("Rehearsal: nothing leaves this machine.", "href=\"/console/rehearsal\"");
        assertThat(new Visitor(port).get("/login").body())
                .contains("Rehearsal: nothing leaves this machine.")
                .doesNotContain("href=\"/console/rehearsal\"");
    }

    @Test
    void withoutACallThePageSaysWhatToDo() {
        assertThat(ana.get(PAGE).body())
                .contains("Nothing yet.", "No phone rings.", "Main line (+18445550100)")
                .doesNotContain("Hang up", "Other calls");
        assertThat(new Visitor(port).get(PAGE).statusCode()).isEqualTo(302);
    }

    @Test
    void somebodyNewCallsFromANumberThatIsNobodys() {
        HttpResponse<String> answer = call("new", "");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse(""))
                .matches(".*/console/rehearsal\\?call=CA[0-9a-f]{32}");
        assertThat(network.acts).singleElement().asString().matches("call \\+1\\d{3}55501\\d{2} \\+18445550100");
    }

    @Test
    void somebodyCallsAgainOrWithholdsTheirNumber() {
        call("again", "(305) 555-0123");
        call("withheld", "");

        assertThat(network.acts)
                .containsExactly("call " + CALLER + " " + CLINIC, "call " + PhoneNetwork.WITHHELD + " " + CLINIC);
        assertThat(ana.get(PAGE).body()).contains("A number that is withheld", "Other calls that go on");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "305 555 1234", "1", "+442071838750"})
    void aNumberThatMayBeSomebodysIsRefused(String phone) {
        HttpResponse<String> answer = call("again", phone);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("has a number of 555-01xx");
        assertThat(ana.post(PAGE + "/calls", Map.of("to", CALLER, "who", "new")).statusCode())
                .isEqualTo(422);
        assertThat(network.acts).isEmpty();
    }

    @Test
    void aCallIsPlacedAtTheNextHourOfAKind() {
        assertThat(ana.get(PAGE).body())
                .contains("As it is now", "In opening hours, with somebody on shift", "This clinic never closes.")
                .doesNotContain("Phones ring as if it were", "Outside of opening hours");

        time.pretend(Duration.ofDays(3));
        assertThat(ana.get(PAGE).body()).contains("Phones ring as if it were", "Thursday, 26 November 2026, 09:00");
        assertThat(at("NOW").statusCode()).isEqualTo(302);
        assertThat(ana.get(PAGE).body()).doesNotContain("Phones ring as if it were");
        HttpResponse<String> never = at("HOLIDAY");
        assertThat(never.statusCode()).isEqualTo(409);
        assertThat(never.body()).contains("There is no such hour within a year.");
        assertThat(at("YESTERDAY").statusCode()).isEqualTo(400);
    }

    private HttpResponse<String> at(String hour) {
        return ana.post(PAGE + "/calls", Map.of("to", CLINIC, "who", "new", "hour", hour));
    }

    @Test
    void tooManyCallsAtATimeAreRefused() {
        for (int call = 0; call < RehearsedCalls.MOST; call++) {
            call("new", "");
        }

        HttpResponse<String> answer = call("new", "");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("5 calls go on at a time");
    }

    @Test
    void everyStepIsShownAsItIs() {
        String call = network.put(
                1,
                true,
                CALLER,
                CLINIC,
                Doing.CHOOSES,
                step(Kind.PLACED, CLINIC, ""),
                step(Kind.ASKED, "200", "/twilio/voice/inbound"),
                step(Kind.SAID, "Thank you <for> calling.", "/twilio/voice/inbound"),
                step(Kind.PLAYED, "http://localhost:8080/prompts/tone.wav?v=1f", "/twilio/voice/inbound"),
                step(Kind.MENU, "dtmf speech", "/twilio/voice/inbound"),
                step(Kind.NOT_UNDERSTOOD, "Twilio would not understand: no verb", ""));
        network.put(2, false, CLINIC, ANAS_PHONE, Doing.RINGS);

        String page = ana.get(PAGE + "?call=" + call).body();

        assertThat(page)
                .contains("The caller: (305) 555-0123", "A menu listens: press a key or say something")
                .contains("Called Main line, (844) 555-0100", "Careline was asked, and answered 200")
                .contains(
                        "Thank you &lt;for&gt; calling.",
                        "by /twilio/voice/inbound",
                        "09:00:00",
                        "Played the sound tone.wav")
                .contains("class=\"bad\"", "aria-label=\"pound\"", "id=\"caller-key-9\"")
                .contains("Pick up and press 1", "Let the mailbox take it", "and it rings until nobody answers")
                .doesNotContain("Stop the message");
    }

    @Test
    void aMessageCanBeSpokenAndStopped() {
        String call = network.put(1, true, CALLER, CLINIC, Doing.RECORDS);

        assertThat(ana.get(PAGE + "?call=" + call).body())
                .contains("A message is recorded", "Speak for 10 seconds", "Stop the message");
    }

    @ParameterizedTest
    @CsvSource({
        "9,Press[keys=9]",
        "*,Press[keys=*]",
        "#,Press[keys=#]",
        "skip,Skip[]",
        "speak,Speak[length=PT10S]",
        "hang-up,HangUp[]",
        "pick-up,PickUp[]",
        "decline,Decline[]",
        "mailbox,LetMailbox[]"
    })
    void aButtonDoesWhatItSays(String button, String act) {
        String call = network.put(1, true, CALLER, CLINIC, Doing.CHOOSES);

        assertThat(act(call, button).statusCode()).isEqualTo(302);

        assertThat(network.acts).containsExactly(call + " " + act);
    }

    @Test
    void wordsAreSpoken() {
        String call = network.put(1, true, CALLER, CLINIC, Doing.CHOOSES);

        ana.post(PAGE + "/lines/" + call, Map.of("act", "say", "words", " quiero morir ", "call", call));

        assertThat(network.acts).containsExactly(call + " Say[words=quiero morir]");
        assertThat(act(call, "say").statusCode()).isEqualTo(409);
    }

    @Test
    void pickingUpAndPressingOneIsOneButton() {
        String phone = network.put(2, false, CLINIC, ANAS_PHONE, Doing.RINGS);

        act(phone, "accept");

        assertThat(network.acts).containsExactly(phone + " Accept[]");
    }

    @Test
    void whatCannotBeDoneSaysWhy() {
        String phone = network.put(2, false, CLINIC, ANAS_PHONE, Doing.TALKS);
        network.answers.put(phone, new ActionResult.NotNow("It does not ring"));

        HttpResponse<String> answer = act(phone, "accept");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("That could not be done: It does not ring.");
        assertThat(act("CA" + "9".repeat(32), "hang-up").body()).contains("That call is over.");
        assertThat(act(phone, "12").statusCode()).isEqualTo(409);
    }

    @Test
    void aCallThatBecomesNoLeadSaysWhatBecameOfIt() {
        String call = network.put(1, true, CALLER, CLINIC, Doing.IS_OVER);
        became(call, InquiryState.UNPLACED, "withheld-number");
        String withheld = ana.get(PAGE + "?call=" + call).body();
        became(call, InquiryState.REFUSED, "staff-number");
        String refused = ana.get(PAGE + "?call=" + call).body();

        assertThat(withheld).contains("Kept as unplaced: the number was withheld and no message was left");
        assertThat(refused).contains("Refused: the number is a coordinator\u2019s.");
    }

    private void became(String call, InquiryState state, String reason) {
        behind.statuses.clear();
        behind.statuses.add(new InquiryStatus(behind.of(new SourceId("call:" + call)), state, null, reason, 0));
    }

    @Test
    void howItWasDoneIsFoldedAway() {
        String call =
                network.put(1, true, CALLER, CLINIC, Doing.HEARS, step(Kind.ASKED, "200", "/twilio/voice/inbound"));

        String page = ana.get(PAGE + "?call=" + call).body();

        assertThat(page.substring(page.indexOf("id=\"steps\""), page.indexOf("id=\"how\"")))
                .doesNotContain("Careline was asked", "/twilio/");
        assertThat(page.substring(page.indexOf("id=\"how\""))).contains("Careline was asked, and answered 200");
    }

    @Test
    void aCallThatIsOverLeadsToItsLead() {
        String call = network.put(1, true, CALLER, CLINIC, Doing.IS_OVER);
        assertThat(ana.get(PAGE + "?call=" + call).body())
                .contains("It is no lead yet.")
                .doesNotContain("Hang up");
        Lead lead = SomeLeads.of("call:" + call, "Maya Ortiz", 0);
        behind.put(lead);
        Touch touch = SomeLeads.touchOf("call:" + call, lead, "");
        behind.touches.put(touch.id(), touch);

        assertThat(ana.get(PAGE + "?call=" + call).body())
                .contains("The call is over", "href=\"/console/leads/" + lead.id() + "\"")
                .doesNotContain("It is no lead yet.");
    }

    @Test
    void beforeACallIsOverThePageSaysWhyThesePhonesRing() {
        String call = network.put(1, true, CALLER, CLINIC, Doing.QUEUES);
        assertThat(ana.get(PAGE + "?call=" + call).body()).doesNotContain("Why it is so");
        Lead lead = SomeLeads.of("call:" + call, "Maya Ortiz", 0);
        behind.put(lead);
        Touch touch = SomeLeads.touchOf("call:" + call, lead, "");
        Fact route = RoutingFact.fact(
                "3f", "", "ring-plan", "Ben rings first: it is his turn.", Map.of("ben", "turn"), touch.at());
        behind.touches.put(touch.id(), touch.learning(List.of(route)));

        assertThat(ana.get(PAGE + "?call=" + call).body())
                .contains("Why it is so", "Ben rings first: it is his turn.", "ring-plan, version 3f", "<dt>ben</dt>");
    }

    @Test
    void aForgottenCallSaysSo() {
        assertThat(ana.get(PAGE + "?call=CA" + "9".repeat(32)).body()).contains("long over and forgotten");
    }

    @Test
    void thePageIsToldWhenSomethingHappened() {
        String before = ana.get(PAGE + "/version").body();
        network.put(1, true, CALLER, CLINIC, Doing.CHOOSES);

        assertThat(ana.get(PAGE + "/version").body()).isNotEqualTo(before);
        assertThat(ana.get(PAGE).body()).contains("data-version=\"" + network.version() + "\"");
    }

    private HttpResponse<String> call(String who, String phone) {
        return ana.post(PAGE + "/calls", Map.of("to", CLINIC, "who", who, "phone", phone));
    }

    private HttpResponse<String> act(String line, String act) {
        return ana.post(PAGE + "/lines/" + line, Map.of("act", act));
    }

    private static Step step(Kind kind, String text, String address) {
        return new Step(PlayedNetwork.NINE, kind, text, address);
    }
}
