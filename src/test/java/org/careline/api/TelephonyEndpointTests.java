package org.careline.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.careline.readback.DriftReport;
import org.careline.readback.DriftReport.Drift;
import org.careline.readback.DriftReport.State;
import org.careline.web.Browser;
import org.careline.web.Doors;
import org.careline.web.TelephonyAtADoor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Doors
class TelephonyEndpointTests {

    private static final String DRIFT = "/api/v1/telephony/drift";
    private static final String FALLBACK = "/api/v1/telephony/fallback.xml";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final DriftReport NONE = new DriftReport(State.COMPARED, List.of());

    private final Browser browser;
    private final TelephonyAtADoor telephony;

    @Autowired
    TelephonyEndpointTests(@LocalServerPort int port, TelephonyAtADoor telephony) {
        this.browser = new Browser(port);
        this.telephony = telephony;
    }

    @Test
    void aDifferenceIsToldInPartsAndAsASentence() {
        Drift drift = new Drift("+18445550100", "voice URL", "", "https://phone.example.org");
        telephony.reports(new DriftReport(State.COMPARED, List.of(drift)), NONE);

        JsonNode told = JSON.readTree(browser.getWithToken(DRIFT).body());

        assertThat(told.get("state").stringValue()).isEqualTo("compared");
        JsonNode one = told.get("differences").get(0);
        assertThat(one.get("number").stringValue()).isEqualTo("+18445550100");
        assertThat(one.get("found").stringValue()).isEmpty();
        assertThat(one.get("text").stringValue())
                .isEqualTo("voice URL of +18445550100: found nothing, expected https://phone.example.org");
    }

    @Test
    void aRepairTellsWhatIsLeft() {
        Drift drift = new Drift("+18445550100", "trunk", "TK1", "none");
        telephony.reports(NONE, new DriftReport(State.COMPARED, List.of(drift)));

        HttpResponse<String> answer = browser.postJson(DRIFT, "");

        assertThat(JSON.readTree(answer.body()).get("differences")).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"REFUSED", "NO_ANSWER"})
    void aCarrierThatDoesNotTellIsAProblemThatMayPass(State state) {
        telephony.reports(new DriftReport(state, List.of()), NONE);

        HttpResponse<String> answer = browser.getWithToken(DRIFT);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("60");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void theFallbackIsADocumentToKeep() {
        HttpResponse<String> beside = browser.getWithToken(FALLBACK);
        HttpResponse<String> elsewhere =
                browser.getWithToken(FALLBACK + "?goodbye=https%3A%2F%2Fhandler.example.org%2FEH1");

        assertThat(beside.headers().firstValue("Content-Type")).hasValue("text/xml;charset=UTF-8");
        assertThat(beside.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"fallback.xml\"");
        assertThat(beside.body()).contains("action=\"fallback-goodbye.xml\"");
        assertThat(elsewhere.body()).contains("action=\"https://handler.example.org/EH1\"");
        assertThat(browser.getWithToken("/api/v1/telephony/fallback-goodbye.xml")
                        .body())
                .contains("<Hangup/>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?goodbye=http%3A%2F%2Fx.example.org", "?goodbye=", "?hello=1", "?goodbye=%c3%28"})
    void anAddressThatCannotBeUsedIsRefused(String query) {
        assertThat(browser.getWithToken(FALLBACK + query).statusCode()).isEqualTo(400);
    }

    @Test
    void nothingIsToldWithoutTheToken() {
        assertThat(browser.get(DRIFT).statusCode()).isEqualTo(401);
        assertThat(browser.get(FALLBACK).statusCode()).isEqualTo(401);
    }
}
