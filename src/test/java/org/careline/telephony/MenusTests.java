package org.careline.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Set;
import org.careline.contact.PhoneNumber;
import org.careline.inbox.ScriptedInbox;
import org.careline.inbox.ScriptedInbox.Mood;
import org.careline.lead.Fact;
import org.careline.lead.Fact.Kind;
import org.careline.lead.SourceId;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.careline.routing.Team;
import org.careline.speech.Before;
import org.careline.speech.CallBackScript;
import org.careline.speech.Clinic;
import org.careline.speech.CrisisScript;
import org.careline.speech.DialScript;
import org.careline.speech.KeyMenu;
import org.careline.speech.PlanPosition;
import org.careline.speech.SpokenLanguages;
import org.careline.speech.WebhookReply;
import org.careline.staff.ClinicCoordinators.Coordinator;
import org.careline.support.MovableClock;
import org.careline.support.SignedTwilioRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a key does that a caller presses, and what is told of it. */
class MenusTests {

    private static final Coordinator ANA = Team.coordinator("ana", Set.of("en", "es"), Switchboard.ALWAYS.open());
    private static final Coordinator BEN = Team.coordinator("ben", Set.of("en"), Switchboard.ALWAYS.open());
    private static final SourceId CALL = new SourceId("call:" + Clinic.CALL);

    private final MovableClock clock = new MovableClock();
    private final ScriptedInbox inbox = new ScriptedInbox();
    private final Switchboard board = new Switchboard(inbox, clock, new SimpleMeterRegistry(), BEN, ANA);
    private final String first = board.planner.version() + "/0-1/0";

    @ParameterizedTest
    @ValueSource(
            strings = {"en/greeting", "es/message", "en/goodbye", "en-chosen/called-back-1", "all/message", "%s", "x"})
    @Holds(Promise.P5)
    void theCrisisKeyDialsTheLineFromEveryMenu(String place) {
        String twiml = pressed(place.formatted("en/" + first), "9").twiml();

        assertThat(twiml)
                .contains("<Dial action=\"/twilio/voice/crisis/", "<Number>988</Number>")
                .doesNotContain("callerId", "record", "timeLimit");
        assertThat(inbox.fact(Kind.CRISIS)).map(Fact::status).contains("asked");
        assertThat(board.alarmed).containsExactly(CALL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"I just want to DIE.", "no sé, quiero morir", "Podría hacerme dano"})
    void whoeverSaysThatTheyAreInDangerIsConnectedToo(String words) {
        assertThat(board.ask(menu("en/greeting").with("SpeechResult", words)).twiml())
                .contains("<Number>988</Number>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello?", "my diet is suicidally dull", ""})
    void anythingElseThatIsSaidLetsTheCallGoOn(String words) {
        assertThat(board.ask(menu("en/greeting").with("SpeechResult", words)))
                .isEqualTo(
                        board.rings.dial(Clinic.ENGLISH, SpokenLanguages.ENGLISH, place(first), BEN, Before.NOTHING));
    }

    @Test
    void theLongNumberFollowsTheShortOneAndThenWordsAreLeft() {
        WebhookReply second = crisisEnded("en/short", "failed");
        WebhookReply last = crisisEnded("en/long", "no-answer");

        assertThat(second.twiml()).contains("<Number>+18002738255</Number>", "/twilio/voice/crisis/en/long");
        assertThat(last.twiml()).contains("We could not.", "988", "<Hangup/>");
        assertThat(inbox.fact(Kind.CRISIS)).map(Fact::status).contains("not-connected");
    }

    @Test
    void aTalkWithTheLineIsTheEnd() {
        assertThat(crisisEnded("en/short", "completed")).isSameAs(DialScript.HANG_UP);
        assertThat(inbox.fact(Kind.CRISIS)).map(Fact::status).contains("connected");
    }

    @Test
    void theLineSeesTheClinicsNumberOfWhoeverWithholdsTheirs() {
        WebhookReply reply = board.ask(SignedTwilioRequest.inboundCall(Clinic.CALL, "anonymous", Clinic.NUMBER)
                .at(KeyMenu.KEYS + "en/greeting")
                .with("Digits", "9"));

        assertThat(reply.twiml()).contains("callerId=\"" + Clinic.NUMBER + "\"");
    }

    @Test
    void whoChoosesAnotherLanguageIsGreetedInItAndOnlyRungForByWhoSpeaksIt() {
        WebhookReply reply = pressed("en/greeting", "2");

        assertThat(reply.twiml())
                .contains("Gracias por llamar.", "/twilio/voice/menu/es-chosen/greeting", ANA.phone())
                .doesNotContain(BEN.phone(), "For English");
        assertThat(inbox.fact(Kind.LANGUAGE)).map(Fact::status).contains("es");
        assertThat(pressed("es-chosen/greeting", "2").twiml())
                .contains(ANA.phone())
                .doesNotContain("<Gather");
    }

    @Test
    void whyPhonesRingIsKeptAgainForWhoChoosesAnotherLanguage() {
        board.ask(SignedTwilioRequest.inboundCall(Clinic.CALL, Clinic.CALLER, Clinic.NUMBER));

        pressed("en/greeting", "2");

        assertThat(inbox.facts)
                .extracting(told -> told.getValue())
                .filteredOn(fact -> fact.kind() == Kind.ROUTED)
                .satisfiesExactly(
                        fact -> assertThat(fact.values()).containsEntry("version", fact.status()),
                        fact -> assertThat(fact.status())
                                .isEqualTo(fact.values().get("version") + "-es-chosen"));
    }

    @Test
    void aCallBackIsPromisedWithTheFirstKey() {
        WebhookReply reply = pressed("en/" + first, "1");

        assertThat(reply.twiml())
                .contains(
                        "We call you at 0 1 2 3 in 5. Another number: 2.",
                        "/twilio/voice/menu/en/called-back-0",
                        "<Hangup/>")
                .doesNotContain(Clinic.CALLER);
        assertThat(inbox.fact(Kind.CALL_BACK))
                .contains(Fact.callBack(0, null, clock.instant())
                        .promised(clock.instant().plus(Duration.ofMinutes(5))));
    }

    @ParameterizedTest
    @CsvSource({
        "8445550100, That is ours., ours-1",
        "19005550123, We cannot call that., nobodys-1",
        "011882399000000, We cannot call that., nobodys-1",
        "011525512345678, We cannot call that., abroad-1",
    })
    void whoeverEntersANumberThatIsNotDialledIsAskedAgainWithTheReason(String digits, String why, String kept) {
        WebhookReply again = entered("en/1", digits);
        WebhookReply instead = entered("en/2", digits);

        assertThat(again.twiml()).contains(why, "Which number?", "/twilio/voice/number/en/2");
        assertThat(instead.twiml()).contains("Leave a message.").doesNotContain("We call you");
        assertThat(inbox.fact(Kind.CALL_BACK)).isEmpty();
        assertThat(inbox.fact(Kind.NOT_DIALLED)).map(Fact::status).contains(kept);
    }

    @Test
    void anotherNumberCanBeEnteredTwice() {
        assertThat(pressed("en/called-back-0", "2").twiml())
                .contains("Which number?", "/twilio/voice/number/en/1", "actionOnEmptyResult");
        WebhookReply wrong = entered("en/1", "12");
        WebhookReply right = entered("en/2", "3055550188");

        assertThat(wrong.twiml()).contains("That is none.", "/twilio/voice/number/en/2");
        assertThat(right.twiml()).contains("We call you at 3 0 5 5 5 5 0 1 8 8 in 5.");
        assertThat(inbox.fact(Kind.CALL_BACK).flatMap(Fact::enteredPhone)).contains(new PhoneNumber("+13055550188"));
        assertThat(pressed("en/called-back-2", "2")).isSameAs(DialScript.HANG_UP);
    }

    @Test
    void whoEntersNoNumberLeavesAMessage() {
        assertThat(entered("en/2", "")).isEqualTo(board.script.messageInstead(SpokenLanguages.ENGLISH));
        assertThat(pressed("en/message-instead", "1")).isEqualTo(board.script.atTheTone(SpokenLanguages.ENGLISH));
        assertThat(entered("en/1", "9").twiml()).contains("<Number>988</Number>");
    }

    @Test
    void aPromiseThatCannotBeKeptIsNotMade() {
        inbox.becomes(Mood.FULL);

        assertThat(pressed("en/message", "1")).isEqualTo(board.script.messageInstead(SpokenLanguages.ENGLISH));
        assertThat(board.count("careline.calls.unrecorded", "call-back")).isEqualTo(1);
        assertThat(pressed("en/message", "9").twiml()).contains("<Number>988</Number>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "en", "fr/greeting", "en/nowhere", "en/called-back-x", "en/0a/9/9"})
    void anAddressThatIsNotOursLeadsToVoicemail(String place) {
        assertThat(pressed(place, "1").twiml()).contains("<Record ", "988");
    }

    private WebhookReply pressed(String place, String digits) {
        return board.ask(menu(place).with("Digits", digits));
    }

    private WebhookReply entered(String place, String digits) {
        return board.ask(call().at(CallBackScript.ENTERED + place).with("Digits", digits));
    }

    private WebhookReply crisisEnded(String place, String status) {
        return board.ask(SignedTwilioRequest.dialEnded(
                CrisisScript.ENDED + place, Clinic.CALL, Clinic.CALLER, Clinic.NUMBER, status));
    }

    private static SignedTwilioRequest menu(String place) {
        return call().at(KeyMenu.KEYS + place);
    }

    private static SignedTwilioRequest call() {
        return SignedTwilioRequest.inboundCall(Clinic.CALL, Clinic.CALLER, Clinic.NUMBER);
    }

    private static PlanPosition place(String text) {
        return PlanPosition.read(text).orElseThrow();
    }
}
