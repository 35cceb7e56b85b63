package org.careline.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.careline.support.MovableClock;
import org.careline.support.SignedTwilioRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the network tells with a request: fields, signature, identities. */
class FormTests {

    private static final String TOKEN = "0".repeat(32);
    private static final URI BASE = URI.create("https://clinic.example.org");

    private static final Form FORM =
            Form.EMPTY.with("To", "+18445550100").with("From", "+13055550170").with("SpeechResult", "no & yes=é");

    @Test
    void itIsSignedAsTwilioSignsInWhateverOrderItsFieldsAre() {
        Form reversed = Form.EMPTY
                .with("SpeechResult", "no & yes=é")
                .with("From", "+13055550170")
                .with("To", "+18445550100");
        SignedTwilioRequest second = new SignedTwilioRequest(
                "/twilio/voice/key?step=1",
                List.of(
                        Map.entry("From", "+13055550170"),
                        Map.entry("SpeechResult", "no & yes=é"),
                        Map.entry("To", "+18445550100")));

        String signature = FORM.signature(TOKEN, BASE + "/twilio/voice/key?step=1");

        assertThat(signature).isEqualTo(second.signature(TOKEN, BASE.toString()));
        assertThat(reversed.signature(TOKEN, BASE + "/twilio/voice/key?step=1")).isEqualTo(signature);
    }

    @Test
    void anotherTokenAddressOrFieldIsAnotherSignature() {
        Set<String> signatures = new HashSet<>(List.of(
                FORM.signature(TOKEN, BASE + "/a"),
                FORM.signature("1".repeat(32), BASE + "/a"),
                FORM.signature(TOKEN, BASE + "/b"),
                FORM.with("Digits", "").signature(TOKEN, BASE + "/a"),
                FORM.with("To", "+18445550101").signature(TOKEN, BASE + "/a")));

        assertThat(signatures).hasSize(5);
    }

    @Test
    void fieldsAreEncodedInTheOrderInWhichTheyWereTold() {
        assertThat(FORM.encoded()).isEqualTo("To=%2B18445550100&From=%2B13055550170&SpeechResult=no+%26+yes%3D%C3%A9");
        assertThat(Form.EMPTY.encoded()).isEmpty();
    }

    @Test
    void aFieldThatIsToldAgainCountsAsItIsToldLast() {
        assertThat(FORM.with(Form.EMPTY.with("To", "x")).fields())
                .containsEntry("To", "x")
                .hasSize(3);
        assertThat(FORM.fields()).containsEntry("To", "+18445550100");
    }

    @Test
    @Holds(Promise.P10)
    void onlyTheNamesOfItsFieldsArePrinted() {
        assertThat(FORM.toString()).isEqualTo("Form[To, From, SpeechResult]");
    }

    @Test
    void aCallTellsOfItselfInTwiliosFields() {
        NetworkTime networkTime = new NetworkTime(new MovableClock());
        Line caller = networkTime.locked(() -> new Line("CA1", origin(null, "inbound"), networkTime));
        Line leg = networkTime.locked(() -> new Line("CA2", origin(caller, "outbound-dial"), networkTime));

        assertThat(caller.form().fields())
                .containsEntry("CallSid", "CA1")
                .containsEntry("From", "+13055550170")
                .containsEntry("Caller", "+13055550170")
                .containsEntry("To", "+18445550100")
                .containsEntry("Called", "+18445550100")
                .containsEntry("CallStatus", "queued")
                .containsEntry("Direction", "inbound")
                .containsEntry("AccountSid", Clinic.ACCOUNT)
                .doesNotContainKey("ParentCallSid");
        assertThat(leg.form().fields()).containsEntry("ParentCallSid", "CA1");
        assertThat(caller + " " + caller.origin + " " + caller.view()).doesNotContain("5550170");
        networkTime.close();
    }

    @Test
    void aRecordingTellsWhatItIsOf() {
        NetworkTime networkTime = new NetworkTime(new MovableClock());
        Line caller = networkTime.locked(() -> new Line("CA1", origin(null, "inbound"), networkTime));
        Recording message = new Recording("RE1", caller, "RecordVerb", Instant.EPOCH, 21);
        Recording talk = new Recording("RE2", caller, "DialVerb", Instant.EPOCH, 60);

        assertThat(message.status().fields())
                .containsEntry("RecordingChannels", "1")
                .containsEntry("RecordingStatus", "completed")
                .containsEntry("RecordingDuration", "21")
                .containsEntry("CallSid", "CA1");
        assertThat(talk.status().fields())
                .containsEntry("RecordingChannels", "2")
                .containsEntry("RecordingSource", "DialVerb");
        assertThat(message.action().fields()).containsOnlyKeys("RecordingSid", "RecordingUrl", "RecordingDuration");
        networkTime.close();
    }

    @Test
    void identitiesAreTwiliosAndNeverTheSame() {
        Sids sids = new Sids();
        Set<String> made = new HashSet<>();

        for (int one = 0; one < 200; one++) {
            made.add(sids.next("CA"));
        }

        assertThat(made).hasSize(200).allMatch(sid -> sid.matches("CA[0-9a-f]{32}"));
    }

    @Test
    void noAddressLeavesThisMachine() {
        Clinic clinic = new Clinic(() -> BASE, () -> URI.create("http://localhost:8080"), () -> TOKEN);

        assertThat(clinic.voice()).isEqualTo(BASE.resolve("/twilio/voice/inbound"));
        assertThat(clinic.status()).isEqualTo(BASE.resolve("/twilio/voice/status"));
        assertThat(clinic.real(BASE.resolve("/a%20b?x=%26")))
                .isEqualTo(URI.create("http://localhost:8080/a%20b?x=%26"));
        assertThat(clinic.real(URI.create("https://elsewhere.example.org/a")))
                .isEqualTo(URI.create("http://localhost:8080/a"));
        assertThat(clinic.isOurs(BASE.resolve("/x"))).isTrue();
        assertThat(clinic.isOurs(URI.create("http://clinic.example.org/x"))).isFalse();
        assertThat(clinic.isOurs(URI.create("https://clinic.example.org:8443/x")))
                .isFalse();
        assertThat(clinic.isOurs(URI.create("https://elsewhere.example.org/x"))).isFalse();
    }

    @Test
    void everyRecordingSoundsLikeASecondOfWav() {
        byte[] sound = WavTone.wav();

        assertThat(new String(sound, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("RIFF");
        assertThat(sound).hasSize(44 + 16_000);
    }

    private static CallOrigin origin(@Nullable Line parent, String direction) {
        return new CallOrigin(
                Optional.ofNullable(parent), direction, "+13055550170", "+18445550100", Optional.empty(), Set.of());
    }
}
