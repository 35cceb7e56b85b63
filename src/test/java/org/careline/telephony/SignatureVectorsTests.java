package org.careline.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.careline.node.Installation;
import org.careline.node.PublicAddress;
import org.careline.telephony.SignedRequest.Read;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every vector of Twilio's own public test suites, through the whole check. */
class SignatureVectorsTests {

    private static final Pattern ADDRESS = Pattern.compile("(https?://[^/]+)([^?]*)(?:\\?(.*))?");

    static Stream<JsonNode> vectors() throws Exception {
        try (InputStream file = SignatureVectorsTests.class.getResourceAsStream("/twilio/signature-vectors.json")) {
            JsonNode vectors =
                    new JsonMapper().readTree(Objects.requireNonNull(file)).get("vectors");
            assertThat(vectors.size()).isEqualTo(33);
            List<JsonNode> all = new ArrayList<>();
            vectors.forEach(all::add);
            return all.stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void vectorIsJudgedAsTwilioJudgesIt(JsonNode vector) {
        Matcher url = ADDRESS.matcher(vector.get("url").asString());
        assertThat(url.matches()).isTrue();
        Installation settings = new Installation(PublicAddress.of(url.group(1)), "", () -> 0);
        SignatureCheck check = new SignatureCheck(
                settings, new SigningKeys(() -> List.of(vector.get("token").asString()), Map::of));

        SignatureVerdict verdict = check.check(incoming(vector, url));

        assertThat(verdict instanceof SignatureVerdict.Trusted)
                .as(vector.get("id").asString())
                .isEqualTo(vector.get("valid").asBoolean());
    }

    private static SignedRequest incoming(JsonNode vector, Matcher url) {
        String query = Objects.requireNonNullElse(url.group(3), "");
        boolean json = vector.has("body");
        String body = json ? vector.get("body").asString() : form(vector.path("params"));
        return new SignedRequest(
                vector.get("method").asString().equals("GET"),
                query.isEmpty() ? url.group(2) : url.group(2) + "?" + query,
                query,
                vector.get("signature").asString(),
                !json,
                new Read(body.getBytes(StandardCharsets.UTF_8)),
                80);
    }

    private static String form(JsonNode parameters) {
        List<String> pairs = new ArrayList<>();
        parameters.forEach(pair -> pairs.add(
                encoded(pair.get(0).asString()) + "=" + encoded(pair.get(1).asString())));
        return String.join("&", pairs);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
