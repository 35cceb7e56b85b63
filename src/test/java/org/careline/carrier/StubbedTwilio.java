package org.careline.carrier;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.request;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.HttpURLConnection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.careline.support.SignedTwilioRequest;
import tools.jackson.databind.JsonNode;

/** Twilio's API, played: it answers what it is told, and judges by Twilio's description whatever was asked and answered. */
final class StubbedTwilio implements AutoCloseable {

    static final String ACCOUNT = SignedTwilioRequest.ACCOUNT;

    private final WireMockServer server =
            new WireMockServer(options().dynamicPort().bindAddress("localhost"));

    StubbedTwilio() {
        server.start();
    }

    String url() {
        return "http://localhost:" + server.port();
    }

    /** The path of an account's resource. */
    static String path(String resource) {
        return "/2010-04-01/Accounts/" + ACCOUNT + "/" + resource;
    }

    void answers(String method, String resource, int status, JsonNode body) {
        answers(method, resource, aResponse().withStatus(status).withBody(body.toString()));
    }

    void answers(String method, String resource, ResponseDefinitionBuilder answer) {
        server.stubFor(request(method, urlPathEqualTo(path(resource)))
                .willReturn(answer.withHeader("Content-Type", "application/json")));
    }

    /** A list in two pages. */
    void answersInPages(String resource, JsonNode first, JsonNode second) {
        answers("GET", resource, HttpURLConnection.HTTP_OK, first);
        server.stubFor(get(urlPathEqualTo(path(resource)))
                .withQueryParam("PageToken", matching(".+"))
                .willReturn(okJson(second.toString())));
    }

    /** What was asked, the first first. */
    List<LoggedRequest> asked() {
        List<LoggedRequest> asked = new ArrayList<>(
                server.getAllServeEvents().stream().map(ServeEvent::getRequest).toList());
        Collections.reverse(asked);
        return asked;
    }

    /** No stub escapes judgement. */
    void judge(TwilioDocument document) {
        assertThat(server.getAllServeEvents())
                .allSatisfy(exchange -> assertThat(document.faults(exchange)).isEmpty());
    }

    @Override
    public void close() {
        server.stop();
    }
}
