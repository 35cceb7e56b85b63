package org.careline.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.careline.support.SignedTwilioRequest.dialEnded;
import static org.careline.support.SignedTwilioRequest.inboundCall;
import static org.careline.support.SignedTwilioRequest.leg;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.careline.inbox.ScriptedInbox;
import org.careline.inbox.ScriptedInbox.Mood;
import org.careline.lead.Conversation;
import org.careline.lead.Fact;
import org.careline.lead.SourceId;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.careline.routing.KnownCaller;
import org.careline.routing.Opening;
import org.careline.routing.Team;
import org.careline.speech.Before;
import org.careline.speech.Clinic;
import org.careline.speech.DialScript;
import org.careline.speech.PlanPosition;
import org.careline.speech.SpokenLanguages;
import org.careline.speech.WebhookReply;
import org.careline.staff.ClinicCoordinators.Coordinator;
import org.careline.staff.ClinicHours;
import org.careline.staff.ClinicHours.Holiday;
import org.careline.support.MovableClock;
import org.careline.support.SignedTwilioRequest;
import org.careline.telephony.Switchboard.StoredFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a caller meets while phones ring, one after the other. */
@Holds(Promise.P4)
class RingingTests {

    private static final SourceId CALL = new SourceId("call:" + Clinic.CALL);
    private static final Coordinator ANA = Team.always("ana", "en");
    private static final Coordinator BEN = Team.always("ben", "en");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

    private final MovableClock clock = new MovableClock();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ScriptedInbox inbox = new ScriptedInbox();
    private final Switchboard board = new Switchboard(inbox, clock, meters, ANA, BEN);
    private final String first = board.planner.version() + "/0-1/0";
    private final String second = board.planner.version() + "/0-1/1";

    @Test
    void theFirstCoordinatorIsRung() {
        assertThat(call(board, Clinic.NUMBER))
                .isEqualTo(
                        board.rings.dial(Clinic.ENGLISH, SpokenLanguages.ENGLISH, place(first), ANA, Before.GREETING));
    }

    @Test
    void theOwnerIsRungFirst() {
        board.caller = new KnownCaller(BEN.key(), null);

        assertThat(call(board, Clinic.NUMBER).twiml())
                .contains(BEN.phone(), "/1-0/0")
                .doesNotContain(ANA.phone());
    }

    @ParameterizedTest
    @CsvSource({"busy,busy", "no-answer,no-answer", "failed,failed", "canceled,canceled", "'',canceled"})
    void whoDoesNotTakeTheCallIsFollowedByTheNext(String status, String counted) {
        assertThat(ended(first, status))
                .isEqualTo(board.rings.dial(Clinic.ENGLISH, SpokenLanguages.ENGLISH, place(second), BEN, Before.HOLD));
        assertThat(board.count("careline.rings", counted)).isEqualTo(1);
    }

    @Test
    void whenNobodyIsLeftAMessageIsTaken() {
        assertThat(ended(second, "no-answer"))
                .isEqualTo(board.script.nobodyCame(Optional.of(Clinic.ENGLISH), SpokenLanguages.ENGLISH))
                .extracting(WebhookReply::twiml)
                .asString()
                .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response>"
                        + "<Gather action=\"/twilio/voice/menu/en/message\"")
                .contains("Nobody is free.", "988", "<Record ")
                .doesNotContain("Thank you for calling");
    }

    @Test
    void aMailboxThatPicksUpIsFollowedByTheNext() {
        assertThat(board.ask(completed(first).with("DialBridged", "false")).twiml())
                .contains(BEN.phone());
        assertThat(board.ask(completed(first).with("DialBridged", "true")).twiml())
                .contains(BEN.phone());
        assertThat(board.ask(completed(first)).twiml()).contains(BEN.phone());
        assertThat(board.count("careline.rings", "not-accepted")).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"completed", "answered"})
    void aTalkThatWasAcceptedIsTheEnd(String status) {
        accept(first);

        assertThat(ended(first, status)).isSameAs(DialScript.HANG_UP);
        assertThat(board.ask(completed(first).with("DialBridged", "true"))).isSameAs(DialScript.HANG_UP);
        assertThat(board.stored.looks).isZero();
        assertThat(board.count("careline.rings", "talked")).isEqualTo(2);
    }

    @Test
    void whoWasRungInVainAndWhoTalkedIsKeptWithTheCall() {
        ended(first, "no-answer");
        board.stored.learn(CALL, Fact.accepted("ben", clock.instant(), Duration.ofHours(1)));
        clock.advance(Duration.ofMinutes(2));

        board.ask(completed(second).with("DialBridged", "true").with("DialCallDuration", "90"));

        assertThat(inbox.fact(Fact.Kind.RANG)).hasValueSatisfying(rang -> {
            assertThat(rang.status()).isEqualTo("ana");
            assertThat(rang.values()).containsEntry("came", "no-answer");
        });
        assertThat(inbox.fact(Fact.Kind.TALKED))
                .contains(Conversation.fact(BEN.key(), clock.instant().minusSeconds(90), clock.instant(), false));
    }

    @Test
    void anAcceptThatDidNotConnectIsFollowedByTheNext() {
        accept(first);

        assertThat(board.ask(completed(first).with("DialBridged", "false")).twiml())
                .contains(BEN.phone());
        assertThat(board.stored.looks).isZero();
    }

    @Test
    void anAcceptThatFailedIsNone() {
        inbox.becomes(Mood.BROKEN);
        WebhookReply leg = board.lastResort().guard(LastResort.Listener.COORDINATOR, () -> {
            accept(first);
            return DialScript.CONNECT;
        });
        inbox.becomes(Mood.OPEN);

        assertThat(leg).isSameAs(DialScript.HANG_UP);
        assertThat(ended(first, "completed").twiml()).contains(BEN.phone());
    }

    @Test
    void anAcceptCountsForItsCallAndItsCoordinatorOnly() {
        accept(first);

        assertThat(ended(second, "completed"))
                .isEqualTo(board.script.nobodyCame(Optional.of(Clinic.ENGLISH), SpokenLanguages.ENGLISH));
        assertThat(board.ask(dialEnded(ring(first), "CA2", Clinic.CALLER, Clinic.NUMBER, "completed"))
                        .twiml())
                .contains(BEN.phone());
    }

    @Test
    void anAcceptOnAnotherNodeIsFoundInTheStore() {
        board.stored.learn(CALL, Fact.accepted("ana", clock.instant(), Duration.ofHours(1)));

        assertThat(ended(first, "completed")).isSameAs(DialScript.HANG_UP);
        assertThat(board.stored.looks).isEqualTo(1);
    }

    @Test
    void aPhoneThatTheNetworkDoesNotReachIsTold() {
        ended(second, "failed");

        assertThat(board.unreachable).containsExactly(BEN.key());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "/", "0/0", "0123456789/0-1/0", "%s/0-1/2", "%s/0-2/1", "%s/0-0/1", "%s/x/0", "%s/0-1/0/9"})
    void aPlanThatIsNotOfTheseFilesLeadsToVoicemail(String place) {
        String path = place.formatted(board.planner.version());

        assertThat(ended(path, "no-answer"))
                .isEqualTo(board.script.nobodyCame(Optional.of(Clinic.ENGLISH), SpokenLanguages.ENGLISH));
        assertThat(ended(path, "completed"))
                .isEqualTo(board.script.nobodyCame(Optional.of(Clinic.ENGLISH), SpokenLanguages.ENGLISH));
        assertThat(board.count("careline.rings", "unknown-plan")).isEqualTo(2);
    }

    @Test
    void anyNodeWithTheSameFilesGoesOn() {
        Switchboard other = new Switchboard(inbox, clock, new SimpleMeterRegistry(), ANA, BEN);
        SignedTwilioRequest busy = dialEnded(ring(first), Clinic.CALL, Clinic.CALLER, Clinic.NUMBER, "busy");

        assertThat(other.ask(busy).twiml()).isEqualTo(board.ask(busy).twiml());
    }

    @Test
    void repeatsGetTheSameAnswer() {
        assertThat(call(board, Clinic.NUMBER)).isSameAs(call(board, Clinic.NUMBER));
        assertThat(ended(first, "busy")).isSameAs(ended(first, "busy"));
        accept(first);
        assertThat(ended(first, "completed")).isSameAs(ended(first, "completed"));
    }

    /** Twilio asks the action once more when the caller's call is moved to another document. */
    @ParameterizedTest
    @CsvSource({"completed", "busy", "no-answer", "canceled"})
    void aLateActionOfADialThatHasEndedChangesNothing(String status) {
        call(board, Clinic.NUMBER);
        if (status.equals("completed")) {
            accept(first);
        }
        ended(first, status);
        board.ask(SignedTwilioRequest.endOfCall(Clinic.CALL, Clinic.CALLER, Clinic.NUMBER, "completed", 60));
        List<?> inquiries = List.copyOf(inbox.inquiries);
        List<?> facts = List.copyOf(inbox.facts);

        WebhookReply late = ended(first, status);

        assertThat(late).isEqualTo(ended(first, status));
        assertThat(inbox.inquiries).isEqualTo(inquiries);
        assertThat(inbox.facts).isEqualTo(facts);
        assertThat(board.unreachable).isEmpty();
        assertThat(board.alarmed).isEmpty();
    }

    @Test
    void outOfHoursTheClinicSaysSo() {
        Switchboard night = at(Team.hours("01:00", "02:00"));

        assertThat(call(night, Clinic.NUMBER))
                .isEqualTo(Clinic.greeting(night.script, Clinic.NUMBER, new Opening(Opening.State.CLOSED, "")));
        assertThat(call(night, Clinic.SPANISH_NUMBER).twiml()).contains("Está cerrado.", "<Record ");
    }

    @Test
    void onAHolidayTheClinicSaysWhich() {
        Switchboard holiday = at(Team.hours("00:00", "24:00", new Holiday(TODAY, "Founders' Day", List.of())));

        assertThat(call(holiday, Clinic.NUMBER).twiml())
                .contains("Harbor Light", "We are closed for Founders' Day.", "988", "<Record ")
                .doesNotContain("<Dial");
    }

    @Test
    void withNobodyOnShiftTheClinicIsNotClosed() {
        assertThat(call(new Switchboard(inbox, clock, meters), Clinic.NUMBER).twiml())
                .contains("Nobody is free.", "<Record ")
                .doesNotContain("closed");
    }

    @Test
    void onANumberThatIsNotTheClinicsNobodyIsRung() {
        assertThat(call(board, Clinic.UNKNOWN_NUMBER))
                .isEqualTo(Clinic.greeting(board.script, Clinic.UNKNOWN_NUMBER, Opening.OPEN));
    }

    private Switchboard at(ClinicHours hours) {
        return new Switchboard(Clinic.PLAN, hours, List.of(ANA, BEN), inbox, new StoredFacts(), clock, meters);
    }

    private static WebhookReply call(Switchboard board, String dialled) {
        return board.ask(inboundCall(Clinic.CALL, Clinic.CALLER, dialled));
    }

    private WebhookReply ended(String place, String status) {
        return board.ask(dialEnded(ring(place), Clinic.CALL, Clinic.CALLER, Clinic.NUMBER, status));
    }

    private static SignedTwilioRequest completed(String place) {
        return dialEnded(ring(place), Clinic.CALL, Clinic.CALLER, Clinic.NUMBER, "completed");
    }

    private void accept(String place) {
        board.ask(leg("/twilio/voice/accept/" + place, "CA99", Clinic.CALL, Clinic.NUMBER, ANA.phone())
                .with("Digits", "1"));
    }

    private static String ring(String place) {
        return "/twilio/voice/plan/en/" + place;
    }

    private static PlanPosition place(String text) {
        return PlanPosition.read(text).orElseThrow();
    }
}
