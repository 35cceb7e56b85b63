package org.careline.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.twiml.TwiMLException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.careline.contact.PhoneNumber;
import org.careline.inbox.ScriptedInbox;
import org.careline.inbox.ScriptedInbox.Mood;
import org.careline.lead.Fact;
import org.careline.lead.Fact.Kind;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.careline.routing.Team;
import org.careline.speech.CallScripts;
import org.careline.speech.Clinic;
import org.careline.speech.CrisisScript.Which;
import org.careline.speech.DialScript;
import org.careline.speech.KeyMenu;
import org.careline.speech.SpokenLanguages;
import org.careline.speech.StrictParser;
import org.careline.speech.WebhookReply;
import org.careline.staff.ClinicCoordinators.Coordinator;
import org.careline.support.MovableClock;
import org.careline.support.SignedTwilioRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose talk is recorded, and what is told of it. */
class TalkRecordingTests {

    private static final String RECORDS =
            "record=\"record-from-answer-dual\" recordingStatusCallback=\"/twilio/voice/recording\"";
    private static final Coordinator ANA = Team.coordinator("ana", Set.of("en", "es"), Switchboard.ALWAYS.open());
    private static final Coordinator BEN = Team.coordinator("ben", Set.of("en"), Switchboard.ALWAYS.open());

    private final MovableClock clock = new MovableClock();
    private final ScriptedInbox inbox = new ScriptedInbox();
    private final Switchboard board =
            new Switchboard(Clinic.RECORDED, inbox, clock, new SimpleMeterRegistry(), BEN, ANA);
    private final Switchboard off =
            new Switchboard(Clinic.NOT_RECORDED, inbox, clock, new SimpleMeterRegistry(), BEN, ANA);
    private final String first = board.planner.version() + "/0-1/0";

    @Test
    void whoeverHearsTheAnnouncementToItsEndIsRecorded() throws TwiMLException {
        WebhookReply answer = board.ask(call());

        assertThat(answer.twiml())
                .contains(
                        "<Say language=\"en-US\">We record. Press 3 if not.</Say>",
                        RECORDS,
                        "/twilio/voice/plan/en/" + first + "/r",
                        "/twilio/voice/whisper/" + first + "/r");
        assertThat(answer.twiml().indexOf("We record."))
                .isLessThan(answer.twiml().indexOf("<Dial"));
        StrictParser.accepts(answer);
    }

    @Test
    void theNextRingRemembersIt() {
        WebhookReply next = ended("en/" + first + "/r", "no-answer");

        assertThat(next.twiml()).contains(RECORDS, ANA.phone(), "/r\"");
        assertThat(board.ask(menu("en/" + first + "/r").with("Digits", "7")).twiml())
                .contains(RECORDS);
    }

    @Test
    void whoeverPressesThreeIsToldSoAndNotRecorded() throws TwiMLException {
        WebhookReply answer = board.ask(menu("en/greeting").with("Digits", "3"));

        assertThat(answer.twiml())
                .contains("Not recorded.", "Or press 9.", BEN.phone())
                .doesNotContain("record=", "/r\"", "We record.");
        assertThat(inbox.fact(Kind.RECORDING_CONSENT))
                .contains(new Fact(Kind.RECORDING_CONSENT, "declined", clock.instant(), Map.of("version", "2026-11")));
        StrictParser.accepts(answer);
        assertThat(ended("en/" + first, "no-answer").twiml()).doesNotContain("record=");
    }

    @Test
    void theKeyDeclinesBeforeALaterRingToo() {
        assertThat(board.ask(menu("en/" + first + "/r").with("Digits", "3")).twiml())
                .contains("Not recorded.", BEN.phone())
                .doesNotContain("record=", "/r\"");
        assertThat(inbox.fact(Kind.RECORDING_CONSENT)).map(Fact::status).contains("declined");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en/message", "es/message-instead", "en/goodbye", "en/called-back-0"})
    void elsewhereItIsToldAndTheCallGoesOn(String place) {
        WebhookReply three = board.ask(menu(place).with("Digits", "3"));

        assertThat(three).isEqualTo(board.ask(menu(place).with("Digits", "7")));
        assertThat(inbox.fact(Kind.RECORDING_CONSENT)).map(Fact::status).contains("declined");
    }

    /** Who interrupts the announcement, or may not have understood it, has not agreed. */
    @Test
    void whoeverDoesNotHearItToItsEndIsNotRecorded() {
        assertThat(board.ask(menu("en/greeting").with("Digits", "7")).twiml())
                .contains("<Dial")
                .doesNotContain("record=");
        assertThat(board.ask(menu("en/greeting").with("SpeechResult", "hello")).twiml())
                .contains("<Dial")
                .doesNotContain("record=");
        assertThat(board.ask(menu("en/" + first + "/r").with("Digits", "2")).twiml())
                .contains("<Dial")
                .doesNotContain("record=");
    }

    @Test
    void whoeverChoosesTheirLanguageHearsItInThatLanguage() {
        assertThat(board.ask(menu("en/greeting").with("Digits", "2")).twiml())
                .contains("Grabamos. Presione 3 si no.", RECORDS);
    }

    @Test
    void aRecordedTalkIsNotedWhenItBegins() {
        accepted(first);
        assertThat(inbox.fact(Kind.RECORDING_CONSENT)).isEmpty();

        accepted(first + "/r");

        assertThat(inbox.fact(Kind.RECORDING_CONSENT))
                .contains(new Fact(Kind.RECORDING_CONSENT, "announced", clock.instant(), Map.of("version", "2026-11")));
    }

    @Test
    void aConsentWithNoRoomForItIsCounted() {
        inbox.becomes(Mood.FULL);

        board.ask(menu("en/greeting").with("Digits", "3"));

        assertThat(board.count("careline.calls.unrecorded", "recording-consent"))
                .isEqualTo(1);
    }

    @Test
    void aClinicThatDoesNotRecordNeitherSaysSoNorRecords() {
        Stream.of(
                        off.ask(call()),
                        off.ask(menu("en/greeting").with("Digits", "3")),
                        off.ask(menu("en/" + first + "/r").with("Digits", "3")),
                        off.ask(SignedTwilioRequest.dialEnded(
                                DialScript.ENDED + "en/" + first + "/r",
                                Clinic.CALL,
                                Clinic.CALLER,
                                Clinic.NUMBER,
                                "no-answer")))
                .forEach(reply -> assertThat(reply.twiml())
                        .contains("<Dial")
                        .doesNotContain("record=", "We record", "Not recorded"));
        assertThat(inbox.fact(Kind.RECORDING_CONSENT)).isEmpty();
    }

    static Stream<CallScripts> everySetting() {
        return Stream.of(Clinic.RECORDED, Clinic.NOT_RECORDED)
                .map(talks -> Clinic.scripts(Clinic.PLAN, talks, List.of(Clinic.HOLIDAY)));
    }

    @ParameterizedTest
    @MethodSource("everySetting")
    @Holds({Promise.P5, Promise.P10})
    void noDocumentThatDialsTheCrisisLineEverRecords(CallScripts scripts) {
        for (SpokenLanguages spoken : SpokenLanguages.values()) {
            for (Which which : Which.values()) {
                Stream.of(Optional.<PhoneNumber>empty(), Optional.of(new PhoneNumber(Clinic.NUMBER)))
                        .map(shown -> scripts.crisis.dial(spoken, which, shown).twiml())
                        .forEach(twiml -> assertThat(twiml)
                                .contains("<Dial")
                                .doesNotContainIgnoringCase("record")
                                .containsAnyOf("<Number>988</Number>", "<Number>+18002738255</Number>"));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"en/greeting", "en/message", "es/goodbye", "en-chosen/called-back-1", "all/message", "%s", "%s/r"
            })
    @Holds({Promise.P5, Promise.P10})
    void fromNoPlaceOfARecordedCallIsTheCrisisLineRecorded(String place) {
        assertThat(board.ask(menu(place.formatted("en/" + first)).with("Digits", "9"))
                        .twiml())
                .contains("<Number>988</Number>")
                .doesNotContainIgnoringCase("record");
    }

    private void accepted(String place) {
        board.ask(SignedTwilioRequest.leg(DialScript.KEY + place, "CA99", Clinic.CALL, Clinic.NUMBER, BEN.phone())
                .with("Digits", "1"));
    }

    private WebhookReply ended(String place, String status) {
        return board.ask(SignedTwilioRequest.dialEnded(
                DialScript.ENDED + place, Clinic.CALL, Clinic.CALLER, Clinic.NUMBER, status));
    }

    private static SignedTwilioRequest menu(String place) {
        return call().at(KeyMenu.KEYS + place);
    }

    private static SignedTwilioRequest call() {
        return SignedTwilioRequest.inboundCall(Clinic.CALL, Clinic.CALLER, Clinic.NUMBER);
    }
}
