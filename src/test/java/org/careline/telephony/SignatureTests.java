package org.careline.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.security.RequestValidator;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.careline.support.SignedTwilioRequest;
import org.junit.jupiter.api.Test;

class SignatureTests {

    private static final String TOKEN = "12345";
    private static final String URL = "https://phone.example.org/twilio/voice/inbound";

    @Test
    void twiliosOwnValidatorAgrees() {
        Random random = new Random(7);
        RequestValidator validator = new RequestValidator(TOKEN);
        for (int round = 0; round < 200; round++) {
            Map<String, String> single = parameters(random);

            String ours = Signature.of(Signature.Algorithm.SHA1, TOKEN, URL, asRepeatable(single));

            assertThat(validator.validate(URL, single, ours)).isTrue();
        }
    }

    @Test
    void repeatedValuesCountOnceAndInOrder() {
        SignedTwilioRequest request = SignedTwilioRequest.to("/twilio/voice/inbound")
                .with("Digits", "5")
                .with("Digits", "1")
                .with("Digits", "5")
                .with("Empty", "");
        WebhookForm body = WebhookForm.ofForm(request.body().getBytes(StandardCharsets.UTF_8))
                .orElseThrow();

        assertThat(Signature.of(Signature.Algorithm.SHA1, TOKEN, URL, body))
                .isEqualTo(request.signature(TOKEN, "https://phone.example.org"))
                .isEqualTo(SignedTwilioRequest.sum(TOKEN, URL + "Digits1Digits5Empty"));
    }

    @Test
    void aDifferenceInOneCharacterIsSeen() {
        assertThat(Signature.same("RSOYDt4T1cUTdK1PDd93/VVr8B8=", "RSOYDt4T1cUTdK1PDd93/VVr8B8="))
                .isTrue();
        assertThat(Signature.same("RSOYDt4T1cUTdK1PDd93/VVr8B8=", "RSOYDt4T1cUTdK1PDd93/VVr8B9="))
                .isFalse();
        assertThat(Signature.same("RSOYDt4T1cUTdK1PDd93/VVr8B8=", "")).isFalse();
    }

    private static Map<String, String> parameters(Random random) {
        String alphabet = "abXY019 +%&=éñ😀/?";
        Map<String, String> single = new TreeMap<>();
        for (int count = random.nextInt(12); count > 0; count--) {
            StringBuilder value = new StringBuilder();
            for (int length = random.nextInt(6); length > 0; length--) {
                int at = alphabet.offsetByCodePoints(0, random.nextInt(alphabet.codePointCount(0, alphabet.length())));
                value.appendCodePoint(alphabet.codePointAt(at));
            }
            single.put("P" + random.nextInt(20), value.toString());
        }
        return single;
    }

    private static WebhookForm asRepeatable(Map<String, String> single) {
        Map<String, List<String>> values = new TreeMap<>();
        single.forEach((name, value) -> values.put(name, List.of(value)));
        return new WebhookForm(values);
    }
}
