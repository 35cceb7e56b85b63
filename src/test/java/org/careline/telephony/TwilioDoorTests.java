package org.careline.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.careline.support.SignedTwilioRequest.inboundCall;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.careline.inbox.ScriptedInbox;
import org.careline.node.Installation;
import org.careline.node.PublicAddress;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.careline.speech.Clinic;
import org.careline.speech.DialScript;
import org.careline.speech.SpokenLanguages;
import org.careline.support.SignedTwilioRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Who is let in, who is refused, and every way into the last resort. */
class TwilioDoorTests {

    private static final String BASE = "https://phone.example.org";
    private static final SignedTwilioRequest CALL = inboundCall(Clinic.CALL, Clinic.CALLER, Clinic.NUMBER);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ScriptedInbox inbox = new ScriptedInbox();

    @Test
    void signedCallIsAnsweredAndAccepted() throws Exception {
        MockHttpServletResponse response = send(CALL);

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentType()).isEqualTo("text/xml;charset=UTF-8");
        assertThat(response.getContentAsString(StandardCharsets.UTF_8))
                .isEqualTo(Clinic.greeting(Clinic.NUMBER).twiml());
        assertThat(inbox.inquiries).hasSize(1);
    }

    @Test
    void repeatGetsTheSameAnswer() throws Exception {
        String first = send(CALL).getContentAsString();

        assertThat(send(CALL).getContentAsString()).isEqualTo(first);
        assertThat(inbox.inquiries).extracting(inquiry -> inquiry.id().value()).containsOnly("call:" + Clinic.CALL);
    }

    @Test
    void missingSignatureIsRefusedWithoutReadingTheBody() throws Exception {
        MockHttpServletRequest request = posted(CALL);
        request.removeHeader("X-Twilio-Signature");
        request.setContent(new byte[SignedRequest.LONGEST_BODY + 1]);

        assertRefused(send(request), "missing-signature");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wrong", "RSOYDt4T1cUTdK1PDd93/VVr8B8="})
    void wrongSignatureIsRefused(String signature) throws Exception {
        MockHttpServletRequest request = posted(CALL);
        request.removeHeader("X-Twilio-Signature");
        request.addHeader("X-Twilio-Signature", signature);

        assertRefused(send(request), "wrong-signature");
    }

    @Test
    void everyParameterCounts() throws Exception {
        MockHttpServletRequest request = posted(CALL);
        request.setContent((CALL.body() + "&New=").getBytes(StandardCharsets.UTF_8));

        assertRefused(send(request), "wrong-signature");
        assertThat(send(CALL.with("New", "")).getStatus()).isEqualTo(200);
    }

    @Test
    void anotherAccountIsRefused() throws Exception {
        SignedTwilioRequest foreign = CALL.without("AccountSid").with("AccountSid", "AC9");

        assertRefused(send(foreign), "other-account");
        assertRefused(send(CALL.with("AccountSid", "AC9")), "other-account");
        assertThat(door("").answer(foreign).getStatus()).isEqualTo(200);
    }

    @Test
    void bothTokensAndBothSpellingsOfThePortAreGood() throws Exception {
        for (String token : List.of(Clinic.TOKEN, "next-token")) {
            for (String base : List.of(BASE, BASE + ":443")) {
                assertThat(send(posted(CALL, token, base)).getStatus()).isEqualTo(200);
            }
        }
        inbox.forget();
        assertRefused(send(posted(CALL, "old-token", BASE)), "wrong-signature");
        assertRefused(send(posted(CALL, Clinic.TOKEN, BASE + ":8443")), "wrong-signature");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "key=primary,algorithm=HMAC_SHA256 | first-secret",
                "algorithm=HMAC_SHA256, key=Primary | first-secret",
                "key=WKnext,algorithm=HMAC_SHA256 | second-secret",
            })
    void aRequestThatNamesOurKeyIsSignedWithIt(String header, String secret) throws Exception {
        assertThat(send(named(header, SignedTwilioRequest.sum256(secret, CALL.text(BASE))))
                        .getStatus())
                .isEqualTo(200);
        assertThat(inbox.inquiries).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "key=unknown,algorithm=HMAC_SHA256 | unknown-key",
                "key=primary,algorithm=HMAC_SHA512 | unknown-key",
                "key=primary,algorithm=HMAC_SHA1 | unknown-key",
                "key=primary | unknown-key",
                "algorithm=HMAC_SHA256 | unknown-key",
                "key=primary,key=unknown,algorithm=HMAC_SHA256 | unknown-key",
                "'' | unknown-key",
                "nonsense | unknown-key",
                "key=blank,algorithm=HMAC_SHA256 | unknown-key",
                "key=,algorithm=HMAC_SHA256 | unknown-key",
                "key=primary,algorithm=HMAC_SHA256 | wrong-signature",
                "key=WKnext,algorithm=HMAC_SHA256 | wrong-signature",
            })
    void aRequestThatNamesAKeyIsNeverJudgedByTheToken(String header, String reason) throws Exception {
        assertRefused(send(named(header, CALL.signature(Clinic.TOKEN, BASE))), reason);
        assertRefused(send(named(header, SignedTwilioRequest.sum256(Clinic.TOKEN, CALL.text(BASE)))), reason);
    }

    @Test
    void theKeysSignatureIsNoneWithoutItsName() throws Exception {
        MockHttpServletRequest request = posted(CALL);
        request.removeHeader("X-Twilio-Signature");
        request.addHeader("X-Twilio-Signature", SignedTwilioRequest.sum256("first-secret", CALL.text(BASE)));

        assertRefused(send(request), "wrong-signature");
    }

    @Test
    void twoHeadersThatNameKeysAreNone() throws Exception {
        MockHttpServletRequest request =
                named("key=primary,algorithm=HMAC_SHA256", SignedTwilioRequest.sum256("first-secret", CALL.text(BASE)));
        request.addHeader("X-Twilio-Webhooks-Signature-Settings", "key=WKnext,algorithm=HMAC_SHA256");

        assertRefused(send(request), "unknown-key");
    }

    private static MockHttpServletRequest named(String header, String signature) {
        MockHttpServletRequest request = posted(CALL);
        request.removeHeader("X-Twilio-Signature");
        request.addHeader("X-Twilio-Signature", signature);
        request.addHeader("X-Twilio-Webhooks-Signature-Settings", header);
        return request;
    }

    @Test
    void theHostHeaderDoesNotMatter() throws Exception {
        MockHttpServletRequest request = posted(CALL);
        request.setServerName("attacker.example.org");
        request.addHeader("X-Forwarded-Host", "attacker.example.org");

        assertThat(send(request).getStatus()).isEqualTo(200);
    }

    @Test
    void theQueryIsSignedRawAndIsNoParameter() throws Exception {
        MockHttpServletResponse response = send(CALL.at("/twilio/voice/inbound?step=a%2Fb&CallSid=CA9"));

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(inbox.inquiries).extracting(inquiry -> inquiry.id().value()).containsExactly("call:" + Clinic.CALL);
    }

    @Test
    void signedGetIsReadFromTheQueryOnVoicePaths() throws Exception {
        MockHttpServletResponse response = send(got("/twilio/voice/inbound", CALL.body()));

        assertThat(response.getContentAsString(StandardCharsets.UTF_8)).contains("Harbor Light");
        assertThat(inbox.inquiries).hasSize(1);
    }

    @Test
    void elsewhereThereIsNothingYet() throws Exception {
        SignedTwilioRequest text = SignedTwilioRequest.to("/twilio/sms/inbound").with("AccountSid", CALL_ACCOUNT);

        assertThat(send(text).getStatus()).isEqualTo(404);
        assertThat(send(text.at("/twilio")).getStatus()).isEqualTo(404);
        MockHttpServletResponse get = send(got("/twilio/sms/inbound", text.body()));
        assertThat(get.getStatus()).isEqualTo(405);
        assertThat(get.getHeader("Allow")).isEqualTo("POST");
        MockHttpServletRequest unsigned = posted(text);
        unsigned.removeHeader("X-Twilio-Signature");
        assertRefused(send(unsigned), "missing-signature");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH"})
    void otherMethodsAreNotAllowed(String method) throws Exception {
        MockHttpServletRequest request = posted(CALL);
        request.setMethod(method);

        MockHttpServletResponse response = send(request);

        assertThat(response.getStatus()).isEqualTo(405);
        assertThat(response.getHeader("Allow")).isEqualTo("GET, POST");
        assertThat(response.getContentAsByteArray()).isEmpty();
    }

    @Test
    void jsonIsSignedByTheSumOfItsBytes() throws Exception {
        String target =
                "/twilio/voice/inbound?bodySHA256=44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";

        assertLastResort(send(json(target, "{}")), "missing-field");
        assertRefused(send(json(target, "{ }")), "wrong-signature");
        assertRefused(send(json("/twilio/voice/inbound", "{}")), "wrong-signature");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CallSid", "AccountSid", "From", "To", "CallStatus", "Direction"})
    void missingFieldIsAnsweredWithTheLastResort(String name) throws Exception {
        assertLastResort(send(CALL.without(name)), "missing-field");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CallSid", "To", "CallStatus", "Direction"})
    void emptyFieldIsAMissingOne(String name) throws Exception {
        assertLastResort(send(CALL.without(name).with(name, " ")), "missing-field");
    }

    @Test
    void withheldCallerMayHaveAnEmptyNumber() throws Exception {
        send(CALL.without("From").with("From", ""));

        assertThat(inbox.inquiries)
                .singleElement()
                .satisfies(inquiry -> assertThat(inquiry.sender().phone()).isNull());
    }

    @Test
    void callSidThatCannotBeAKeyIsAMissingOne() throws Exception {
        assertLastResort(send(CALL.without("CallSid").with("CallSid", "CA é")), "missing-field");
        assertLastResort(send(CALL.without("CallSid").with("CallSid", "C".repeat(201))), "missing-field");
    }

    @Test
    void bodyOver64KilobytesIsAnsweredWithTheLastResort() throws Exception {
        int rest = SignedRequest.LONGEST_BODY - CALL.with("Pad", "").body().length();

        assertThat(send(CALL.with("Pad", "x".repeat(rest))).getContentAsString())
                .contains("Harbor Light");
        assertLastResort(send(CALL.with("Pad", "x".repeat(rest + 1))), "unproven");
    }

    @Test
    void longBodyOfUnknownLengthIsNotReadToItsEnd() throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/twilio/voice/inbound") {
            @Override
            public long getContentLengthLong() {
                return -1;
            }
        };
        request.setServletPath("/twilio/voice/inbound");
        request.setContentType("application/x-www-form-urlencoded");
        request.addHeader("X-Twilio-Signature", "any");
        request.setContent(new byte[10 * SignedRequest.LONGEST_BODY]);

        assertLastResort(send(request), "unproven");
        assertThat(request.getInputStream().available()).isGreaterThan(8 * SignedRequest.LONGEST_BODY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CallSid=%zz", "CallSid=%", "From=%FF"})
    @Holds(Promise.P3)
    void malformedBodyIsAnsweredWithTheLastResort(String body) throws Exception {
        MockHttpServletRequest request = posted(CALL);
        request.setContent(body.getBytes(StandardCharsets.UTF_8));

        assertLastResort(send(request), "unproven");
    }

    @Test
    void malformedQueryIsAnsweredWithTheLastResort() throws Exception {
        assertLastResort(send(got("/twilio/voice/inbound", CALL.body() + "&x=%FF")), "unreadable-body");
    }

    @Test
    void bodyThatBreaksOffIsAnsweredWithTheLastResort() throws Exception {
        assertLastResort(send(brokenOff("/twilio/voice/inbound")), "unproven");
        assertRefused(send(brokenOff("/twilio/sms/inbound")), "wrong-signature");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/twilio/voice", "/twilio/voice/", "/twilio/voice/nothing/7", "/twilio/voice/inbound/"})
    @Holds(Promise.P3)
    void unknownVoicePathIsAnsweredWithTheLastResort(String path) throws Exception {
        assertLastResort(send(CALL.at(path)), "unknown-path");
        assertRefused(send(posted(CALL.at(path), "old-token", BASE)), "wrong-signature");
    }

    @Test
    @Holds(Promise.P3)
    void failureIsAnsweredWithTheLastResort() throws Exception {
        inbox.becomes(ScriptedInbox.Mood.BROKEN);

        assertLastResort(send(CALL), "exception");
    }

    @Test
    @Holds(Promise.P3)
    void failureOfTheSignatureCheckItselfIsAnsweredWithTheLastResort() throws Exception {
        SignatureCheck broken = new SignatureCheck(
                settings(""),
                new SigningKeys(
                        () -> {
                            throw new AssertionError("no token to be had");
                        },
                        Map::of));

        assertLastResort(new Door(broken).answer(CALL), "exception");
        assertThat(new Door(broken).answer(CALL.at("/twilio/sms/inbound")).getStatus())
                .isEqualTo(500);
    }

    @Test
    void failureAfterAMessageSaysGoodbye() throws Exception {
        inbox.becomes(ScriptedInbox.Mood.BROKEN);

        String twiml = send(SignedTwilioRequest.voicemail(Clinic.CALL, Clinic.CALLER, Clinic.NUMBER, "RE1", 7))
                .getContentAsString(StandardCharsets.UTF_8);

        assertThat(twiml)
                .isEqualTo(Clinic.script().farewell(SpokenLanguages.EVERY).twiml())
                .contains("988")
                .doesNotContain("<Record");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/twilio/voice/whisper/0a/0/0", "/twilio/voice/accept/0a/0/0"})
    void aLegThatNothingCanBeSaidToIsHungUp(String path) throws Exception {
        String hangUp = DialScript.HANG_UP.twiml();
        SignedTwilioRequest leg = CALL.at(path);

        assertThat(send(leg).getContentAsString()).isEqualTo(hangUp);
        assertThat(send(brokenOff(path)).getContentAsString()).isEqualTo(hangUp);
        assertThat(send(got(path, CALL.body() + "&x=%FF")).getContentAsString()).isEqualTo(hangUp);
        assertThat(count("careline.last.resort", "missing-field")).isPositive();
        assertRefused(send(posted(leg, "old-token", BASE)), "wrong-signature");
    }

    @Test
    void failureOfACallbackIsTwiMLThatAsksForARepeat() throws Exception {
        inbox.becomes(ScriptedInbox.Mood.BROKEN);

        MockHttpServletResponse response =
                send(SignedTwilioRequest.endOfCall(Clinic.CALL, Clinic.CALLER, Clinic.NUMBER, "completed", 12));

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getContentAsString()).contains("988");
    }

    @Test
    void countersAreThereFromTheStart() {
        new Door(new SignatureCheck(settings(""), new SigningKeys(List::of, Map::of)));

        assertThat(meters.find("careline.webhooks.refused").counters())
                .extracting(counter -> counter.getId().getTag("reason"))
                .containsExactlyInAnyOrder("missing-signature", "wrong-signature", "other-account", "unknown-key");
        assertThat(meters.find("careline.last.resort").counters()).hasSize(5);
        assertThat(meters.find("careline.calls.unrecorded").counters()).hasSize(9);
    }

    private static final Map<String, String> WEBHOOK_KEYS =
            Map.of("primary", "first-secret", "WKnext", "second-secret", "blank", "");

    private static final String CALL_ACCOUNT = SignedTwilioRequest.ACCOUNT;

    private void assertRefused(MockHttpServletResponse response, String reason) {
        assertThat(response.getStatus()).isEqualTo(403);
        assertThat(response.getContentAsByteArray()).isEmpty();
        assertThat(response.getContentType()).isNull();
        assertThat(count("careline.webhooks.refused", reason)).isPositive();
        assertThat(inbox.inquiries).isEmpty();
    }

    private void assertLastResort(MockHttpServletResponse response, String reason) throws Exception {
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentType()).isEqualTo("text/xml;charset=UTF-8");
        assertThat(response.getContentAsString(StandardCharsets.UTF_8))
                .isEqualTo(Clinic.greeting(Clinic.UNKNOWN_NUMBER).twiml())
                .contains("988", "<Record");
        assertThat(count("careline.last.resort", reason)).isPositive();
    }

    private double count(String name, String reason) {
        return meters.get(name).tag("reason", reason).counter().count();
    }

    private static Installation settings(String account) {
        return new Installation(PublicAddress.of(BASE), account, () -> 0);
    }

    private Door door(String account) {
        return new Door(new SignatureCheck(
                settings(account), new SigningKeys(() -> List.of(Clinic.TOKEN, "next-token"), () -> WEBHOOK_KEYS)));
    }

    private MockHttpServletResponse send(SignedTwilioRequest request) throws Exception {
        return door(CALL_ACCOUNT).answer(request);
    }

    private MockHttpServletResponse send(MockHttpServletRequest request) throws Exception {
        return door(CALL_ACCOUNT).answer(request);
    }

    private static MockHttpServletRequest posted(SignedTwilioRequest request) {
        return posted(request, Clinic.TOKEN, BASE);
    }

    private static MockHttpServletRequest posted(SignedTwilioRequest request, String token, String base) {
        MockHttpServletRequest posted = raw("POST", request.target());
        posted.setContentType("application/x-www-form-urlencoded; charset=utf-8");
        posted.addHeader("X-Twilio-Signature", request.signature(token, base));
        posted.setContent(request.body().getBytes(StandardCharsets.UTF_8));
        return posted;
    }

    private static MockHttpServletRequest got(String path, String query) {
        MockHttpServletRequest got = raw("GET", path + "?" + query);
        got.addHeader("X-Twilio-Signature", SignedTwilioRequest.sum(Clinic.TOKEN, BASE + path + "?" + query));
        return got;
    }

    private static MockHttpServletRequest json(String target, String body) {
        MockHttpServletRequest json = raw("POST", target);
        json.setContentType("application/json");
        json.addHeader("X-Twilio-Signature", SignedTwilioRequest.sum(Clinic.TOKEN, BASE + target));
        json.setContent(body.getBytes(StandardCharsets.UTF_8));
        return json;
    }

    private static MockHttpServletRequest raw(String method, String target) {
        String[] parts = target.split("\\?", 2);
        MockHttpServletRequest request = new MockHttpServletRequest(method, parts[0]);
        request.setServletPath(parts[0]);
        request.setQueryString(parts.length == 1 ? null : parts[1]);
        return request;
    }

    private static MockHttpServletRequest brokenOff(String path) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", path) {
            @Override
            public ServletInputStream getInputStream() {
                return new BrokenStream();
            }
        };
        request.setServletPath(path);
        request.setContentType("application/x-www-form-urlencoded");
        request.addHeader("X-Twilio-Signature", "any");
        return request;
    }

    /** The sender is gone in the middle of its body. */
    private static final class BrokenStream extends ServletInputStream {

        @Override
        public int read() throws IOException {
            throw new IOException("the connection broke");
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return read();
        }

        @Override
        public boolean isFinished() {
            return false;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException();
        }
    }

    /** The product's own wiring around a given check. */
    private final class Door {

        private final TwilioDoor door;

        Door(SignatureCheck check) {
            Clock clock = Clock.fixed(Instant.parse("2026-11-23T14:00:00Z"), ZoneOffset.UTC);
            Switchboard board = new Switchboard(inbox, clock, meters);
            door = new TwilioDoor(board.routes(), check, board.lastResort(), meters);
        }

        MockHttpServletResponse answer(SignedTwilioRequest request) throws Exception {
            return answer(posted(request));
        }

        MockHttpServletResponse answer(MockHttpServletRequest request) throws Exception {
            MockHttpServletResponse response = new MockHttpServletResponse();
            MockFilterChain chain = new MockFilterChain();
            door.doFilter(request, response, chain);
            assertThat(chain.getRequest()).isNull();
            assertThat(request.getSession(false)).isNull();
            return response;
        }
    }
}
