package org.careline.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.careline.support.SignedTwilioRequest.leg;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.careline.inbox.ScriptedInbox;
import org.careline.inbox.ScriptedInbox.Mood;
import org.careline.lead.Fact;
import org.careline.lead.SourceId;
import org.careline.routing.Team;
import org.careline.speech.Clinic;
import org.careline.speech.DialScript;
import org.careline.speech.PlanPosition;
import org.careline.speech.WebhookReply;
import org.careline.staff.ClinicCoordinators.Coordinator;
import org.careline.support.MovableClock;
import org.careline.support.SignedTwilioRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What whoever picks up a coordinator's phone hears, and what their keys do. */
class DialedLegsTests {

    private static final Coordinator ANA = Team.always("ana", "en");
    private static final Coordinator BEN = Team.always("ben", "en");

    private final MovableClock clock = new MovableClock();
    private final ScriptedInbox inbox = new ScriptedInbox();
    private final Switchboard board = new Switchboard(inbox, clock, new SimpleMeterRegistry(), ANA, BEN);
    private final String place = board.planner.version() + "/1-0/0";

    @Test
    void whoeverPicksUpHearsTheLine() {
        assertThat(board.ask(to("whisper", place)))
                .isEqualTo(board.rings.whisper(
                        Optional.of(Clinic.ENGLISH), PlanPosition.read(place).orElseThrow()))
                .extracting(WebhookReply::twiml)
                .asString()
                .contains("Call for Main. Press 1 to accept.")
                .doesNotContain(Clinic.CALLER);
    }

    @Test
    void theKeyConnectsAndIsAFactOfTheCall() {
        assertThat(board.ask(to("accept", place).with("Digits", "1"))).isSameAs(DialScript.CONNECT);

        assertThat(inbox.facts)
                .containsExactly(Map.entry(
                        new SourceId("call:" + Clinic.CALL),
                        new Fact(Fact.Kind.ACCEPTED, "ben", clock.instant(), Map.of("longest", "3600"))));
        assertThat(inbox.facts.get(0).getValue().talkUntil())
                .contains(clock.instant().plus(Duration.ofHours(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "0", "11", "#", "hangup"})
    void anyOtherKeyHangsUp(String digits) {
        assertThat(board.ask(to("accept", place).with("Digits", digits))).isSameAs(DialScript.HANG_UP);
        assertThat(inbox.facts).isEmpty();
    }

    @Test
    void silenceHangsUp() {
        assertThat(board.ask(to("accept", place))).isSameAs(DialScript.HANG_UP);
        assertThat(inbox.facts).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0123456789/1-0/0", "%s/1-2/1", "%s/1-0/2", "%s/1-1/0"})
    void aPlanThatIsNotOfTheseFilesHangsUp(String text) {
        String unknown = text.formatted(board.planner.version());

        assertThat(board.ask(to("whisper", unknown))).isSameAs(DialScript.HANG_UP);
        assertThat(board.ask(to("accept", unknown).with("Digits", "1"))).isSameAs(DialScript.HANG_UP);
        assertThat(inbox.facts).isEmpty();
    }

    @Test
    void withNoRoomLeftTheTwoAreConnectedAndItIsCounted() {
        inbox.becomes(Mood.FULL);

        assertThat(board.ask(to("accept", place).with("Digits", "1"))).isSameAs(DialScript.CONNECT);
        assertThat(board.count("careline.calls.unrecorded", "accept")).isEqualTo(1);
    }

    @Test
    void aLegThatDoesNotSayWhoseItIsCannotBeAccepted() {
        SignedTwilioRequest orphan =
                to("accept", place).with("Digits", "1").without("ParentCallSid").with("ParentCallSid", "");

        assertThat(board.routes().at(orphan.target()).has(Switchboard.read(orphan)))
                .isFalse();
        assertThat(board.lastResort().answer(LastResort.Listener.COORDINATOR, LastResort.Cause.MISSING_FIELD))
                .isSameAs(DialScript.HANG_UP);
    }

    private static SignedTwilioRequest to(String what, String place) {
        return leg("/twilio/voice/" + what + "/" + place, "CA99", Clinic.CALL, Clinic.NUMBER, BEN.phone());
    }
}
