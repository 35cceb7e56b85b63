package org.careline.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.careline.web.Browser;
import org.careline.web.Doors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Doors
class AssignmentPreviewTests {

    private static final String PREVIEW = "/api/v1/assignment/preview";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Browser browser;

    @Autowired
    AssignmentPreviewTests(@LocalServerPort int port) {
        this.browser = new Browser(port);
    }

    @Test
    @Holds(Promise.P8)
    void theNextAreSharedUntilTheBurstLimitWithEveryReason() {
        JsonNode items = preview("?count=50");

        assertThat(preview("")).hasSize(10);
        assertThat(items).hasSize(50);
        assertThat(items.get(0).get("owner").get("id").stringValue()).isEqualTo("ana");
        assertThat(items.get(1).get("owner").get("id").stringValue()).isEqualTo("ben");
        assertThat(items.get(45).get("owner").isNull()).isTrue();
        assertThat(items.get(45).get("unassignedReason").stringValue()).isEqualTo("EVERYBODY_JUST_GIVEN_ENOUGH");
        assertThat(items.get(45).get("explanation").get("text").stringValue()).contains("was just given enough");
    }

    @Test
    void aLanguageGoesOnlyToThoseWhoSpeakIt() {
        JsonNode items = preview("?count=2&language=es");

        assertThat(items)
                .hasSize(2)
                .allSatisfy(one ->
                        assertThat(one.get("owner").get("id").stringValue()).isEqualTo("ana"));
    }

    @Test
    void whatCannotBeUsedIsRefused() {
        for (String query :
                new String[] {"?count=0", "?count=51", "?count=x", "?language=spanish", "?who=ana", "?count=1&count=2"
                }) {
            assertThat(browser.getWithToken(PREVIEW + query).statusCode())
                    .as(query)
                    .isEqualTo(400);
        }
    }

    private JsonNode preview(String query) {
        HttpResponse<String> answer = browser.getWithToken(PREVIEW + query);
        assertThat(answer.statusCode()).isEqualTo(200);
        return JSON.readTree(answer.body()).get("items");
    }
}
