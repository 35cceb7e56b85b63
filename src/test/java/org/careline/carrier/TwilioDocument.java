package org.careline.carrier;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.report.ValidationReport.Level;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.LoggedResponse;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Twilio's own description of its API, the file that {@value #FILE} names: it gives the answers of stubs, from its published
 * examples, and judges what was asked and answered. What it does not describe is not judged: errors, and the sound of a
 * recording.
 */
final class TwilioDocument {

    static final String FILE = "CARELINE_TEST_TWILIO_OPENAPI";

    private static final SingletonSupplier<TwilioDocument> SHARED = SingletonSupplier.of(TwilioDocument::read);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int FIRST_FAULT = 400;

    private final JsonNode root;
    private final OpenApiInteractionValidator judge;

    private TwilioDocument(ObjectNode root) {
        this.root = root.deepCopy();
        TypedForm.describeFormsAsJson(root);
        // The SDK sends DateCreated> without an offset.
        LevelResolver levels = LevelResolver.create()
                .withLevel("validation.request.parameter.schema.format.date-time", Level.WARN)
                .build();
        this.judge = OpenApiInteractionValidator.createForInlineApiSpecification(JSON.writeValueAsString(root))
                .withLevelResolver(levels)
                .build();
    }

    /** Loading takes seconds, so that all share it. */
    static TwilioDocument shared() {
        return SHARED.obtain();
    }

    private static TwilioDocument read() {
        try {
            return new TwilioDocument((ObjectNode) JSON.readTree(Files.readString(Path.of(System.getenv(FILE)))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A published example of an answer, to be changed at will. */
    ObjectNode example(String path, String method, String status, String name) {
        JsonNode example = root.at(pointer("paths", path, method, "responses", status, "content", "application/json"))
                .at(pointer("examples", name, "value"));
        return (ObjectNode) example.deepCopy();
    }

    /** What is wrong with an exchange, in words. */
    List<String> faults(ServeEvent exchange) {
        LoggedRequest asked = exchange.getRequest();
        LoggedResponse answered = exchange.getResponse();
        if (asked.getUrl().endsWith(".mp3")) {
            return List.of();
        }
        Request request = request(asked);
        boolean undescribed = answered.getStatus() >= FIRST_FAULT || answered.getFault() != null;
        ValidationReport report = undescribed
                ? judge.validateRequest(request)
                : judge.validate(
                        request,
                        SimpleResponse.Builder.status(answered.getStatus())
                                .withContentType("application/json")
                                .withBody(answered.getBodyAsString())
                                .build());
        Stream<String> form = asked.getBodyAsString().isEmpty()
                        || asked.getHeader("Content-Type").startsWith("application/x-www-form-urlencoded")
                ? Stream.empty()
                : Stream.of("a body that is no form");
        return Stream.concat(
                        form,
                        report.getMessages().stream()
                                .filter(message -> message.getLevel() == Level.ERROR)
                                .map(message -> asked.getMethod() + " " + asked.getUrl() + ": " + message))
                .toList();
    }

    private Request request(LoggedRequest asked) {
        URI url = URI.create("http://twilio" + asked.getUrl());
        SimpleRequest.Builder request =
                new SimpleRequest.Builder(asked.getMethod().value(), url.getPath());
        pairs(url.getRawQuery()).forEach(pair -> request.withQueryParam(pair.getKey(), pair.getValue()));
        for (HttpHeader header : asked.getHeaders().all()) {
            if (!header.caseInsensitiveKey().value().toLowerCase(Locale.ROOT).equals("content-type")) {
                request.withHeader(header.key(), header.values());
            }
        }
        if (!asked.getBodyAsString().isEmpty()) {
            JsonNode types = operation(url.getPath(), asked.getMethod().value())
                    .at("/requestBody/content")
                    .path(TypedForm.FORM)
                    .at("/schema/properties");
            request.withContentType("application/json")
                    .withBody(TypedForm.json(pairs(asked.getBodyAsString()), types)
                            .toString());
        }
        return request.build();
    }

    private JsonNode operation(String path, String method) {
        return root.get("paths").properties().stream()
                .filter(described -> Pattern.matches(described.getKey().replaceAll("\\{\\w+}", "[^/.]+"), path))
                .map(described -> described.getValue().path(method.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(JSON.missingNode());
    }

    private static List<Map.Entry<String, String>> pairs(String encoded) {
        return encoded == null
                ? List.of()
                : Stream.of(encoded.split("&", -1))
                        .map(pair -> pair.split("=", 2))
                        .map(pair -> Map.entry(decoded(pair[0]), pair.length < 2 ? "" : decoded(pair[1])))
                        .toList();
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String pointer(String... steps) {
        return Stream.of(steps)
                .map(step -> "/" + step.replace("~", "~0").replace("/", "~1"))
                .reduce("", String::concat);
    }
}
