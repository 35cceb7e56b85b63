package org.careline.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.careline.contact.PhoneNumber;
import org.careline.inbox.Inquiry;
import org.careline.inbox.InquiryDetails;
import org.careline.inbox.ScriptedInbox;
import org.careline.inbox.ScriptedInbox.Mood;
import org.careline.inbox.Sender;
import org.careline.lead.Fact;
import org.careline.lead.Fact.Kind;
import org.careline.lead.SourceId;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.careline.routing.Team;
import org.careline.speech.Clinic;
import org.careline.speech.WebhookReply;
import org.careline.support.SignedTwilioRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the inbox is told of a call that begins or ends, and what the caller hears meanwhile. */
class InboundCallsTests {

    private static final Instant NOW = Instant.parse("2026-11-23T14:00:00Z");
    private static final SourceId CALL = new SourceId("call:" + Clinic.CALL);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ScriptedInbox inbox = new ScriptedInbox();
    private final Switchboard board = new Switchboard(inbox, Clock.fixed(NOW, ZoneOffset.UTC), meters);

    @Test
    void callBecomesAnInquiry() {
        board.ask(inbound(Clinic.CALLER, Clinic.NUMBER));

        assertThat(inbox.inquiries)
                .containsExactly(new Inquiry(
                        CALL,
                        NOW,
                        Sender.caller(new PhoneNumber(Clinic.CALLER)),
                        InquiryDetails.byCall(Clinic.NUMBER),
                        Map.of("number", Clinic.NUMBER, "source", "website"),
                        null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "anonymous", "+266696687", "+7378742833", "client:ana", "sip:ana@example.org", "+1"})
    void callerWithoutANumberIsNobody(String from) {
        board.ask(inbound(from, Clinic.NUMBER));

        assertThat(inbox.inquiries).extracting(Inquiry::sender).containsExactly(Sender.WITHHELD);
    }

    @Test
    void unknownNumberIsAcceptedAndAnsweredPolitely() {
        WebhookReply reply = board.ask(inbound(Clinic.CALLER, Clinic.UNKNOWN_NUMBER));

        assertThat(reply.twiml())
                .isEqualTo(Clinic.greeting(Clinic.UNKNOWN_NUMBER).twiml())
                .doesNotContain("Harbor Light");
        assertThat(inbox.inquiries)
                .extracting(Inquiry::details)
                .containsExactly(InquiryDetails.byCall(Clinic.UNKNOWN_NUMBER));
        assertThat(inbox.inquiries).extracting(Inquiry::attribution).containsExactly(Map.of());
    }

    @Test
    @Holds(Promise.P3)
    void withNoRoomLeftTheCallIsAnsweredAndCounted() {
        inbox.becomes(Mood.FULL);

        WebhookReply reply = board.ask(inbound(Clinic.CALLER, Clinic.NUMBER));

        assertThat(reply.twiml()).isEqualTo(Clinic.greeting(Clinic.NUMBER).twiml());
        assertThat(unrecorded("call")).isEqualTo(1);
    }

    /** The one step before a call is kept that could fail. */
    @Test
    @Holds(Promise.P3)
    void aCallThatCannotBePlannedIsKeptAndCanLeaveAMessage() {
        board.cannotPlan = true;

        WebhookReply reply = board.ask(inbound(Clinic.CALLER, Clinic.NUMBER));

        assertThat(reply.twiml())
                .isEqualTo(Clinic.greeting(Clinic.NUMBER).twiml())
                .contains("Harbor Light", "988");
        assertThat(inbox.inquiries).extracting(Inquiry::id).containsExactly(CALL);
        assertThat(inbox.facts).isEmpty();
        assertThat(board.count("careline.last.resort", "exception")).isEqualTo(1);
    }

    @Test
    void whyItsPhonesRingIsKeptInTheSameStep() {
        Switchboard open = new Switchboard(inbox, Clock.fixed(NOW, ZoneOffset.UTC), meters, Team.always("ana", "en"));

        open.ask(inbound(Clinic.CALLER, Clinic.NUMBER));

        assertThat(inbox.inquiries).hasSize(1);
        assertThat(inbox.fact(Kind.ROUTED)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"completed", "busy", "no-answer", "failed", "canceled"})
    void endOfACallIsAFact(String status) {
        WebhookReply reply =
                board.ask(SignedTwilioRequest.endOfCall(Clinic.CALL, Clinic.CALLER, Clinic.NUMBER, status, 42)
                        .with("Timestamp", "Mon, 23 Nov 2026 13:59:30 +0000"));

        assertThat(reply.status()).isEqualTo(204);
        assertThat(inbox.facts)
                .containsExactly(Map.entry(
                        CALL,
                        new Fact(
                                Kind.CALL_STATUS,
                                status,
                                Instant.parse("2026-11-23T13:59:30Z"),
                                Map.of("duration", "42", "sequence", "0"))));
        assertThat(inbox.facts)
                .allSatisfy(told -> assertThat(told.getValue().endsTheCall()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2026-11-23T13:59:30Z"})
    void timeThatCannotBeReadIsNow(String timestamp) {
        board.ask(SignedTwilioRequest.endOfCall(Clinic.CALL, Clinic.CALLER, Clinic.NUMBER, "completed", 42)
                .with("Timestamp", timestamp));

        assertThat(inbox.fact(Kind.CALL_STATUS).orElseThrow().at()).isEqualTo(NOW);
    }

    @Test
    void statusThatNobodyTookIsAskedForAgain() {
        inbox.becomes(Mood.FULL);

        assertThat(board.ask(SignedTwilioRequest.endOfCall(Clinic.CALL, Clinic.CALLER, Clinic.NUMBER, "completed", 42))
                        .status())
                .isEqualTo(503);
    }

    @Test
    void endOfALegIsNotTheEndOfTheCall() {
        WebhookReply reply =
                board.ask(SignedTwilioRequest.endOfCall("CA2", Clinic.NUMBER, "+13055550177", "no-answer", 0)
                        .with("ParentCallSid", Clinic.CALL));

        assertThat(reply.status()).isEqualTo(204);
        assertThat(inbox.facts).isEmpty();
    }

    private static SignedTwilioRequest inbound(String from, String to) {
        return SignedTwilioRequest.inboundCall(Clinic.CALL, from, to);
    }

    private double unrecorded(String reason) {
        return meters.get("careline.calls.unrecorded")
                .tag("reason", reason)
                .counter()
                .count();
    }
}
