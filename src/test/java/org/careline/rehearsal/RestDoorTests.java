package org.careline.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Who is let in to the rehearsed REST API, and what strangers learn: nothing. */
class RestDoorTests {

    private static final String CALLS = Resources.ROOT + "Calls.json";
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";

    private final PlayedClinic clinic = new PlayedClinic();
    private final RestDoor door = new RestDoor(new RestApi(clinic.network), () -> TOKEN);

    @AfterEach
    void close() {
        clinic.close();
    }

    private static String basic(String user, String password) {
        byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }

    private static MockHttpServletRequest request(String path, @Nullable String authorization) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        if (authorization != null) {
            request.addHeader("Authorization", authorization);
        }
        return request;
    }

    private MockHttpServletResponse answered(MockHttpServletRequest request) throws ServletException, IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        MockFilterChain chain = new MockFilterChain();
        door.doFilter(request, response, chain);
        assertThat(chain.getRequest()).as("nobody else is asked").isNull();
        return response;
    }

    @Test
    void whoeverHasTheAccountAndItsTokenIsAnswered() throws ServletException, IOException {
        MockHttpServletResponse response = answered(request(CALLS, basic(Clinic.ACCOUNT, TOKEN)));

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentType()).startsWith("application/json");
        assertThat(response.getContentLength()).isEqualTo(response.getContentAsByteArray().length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer " + TOKEN, "Basic", "Basic !!!"})
    @Holds(Promise.P10)
    void strangersLearnNothing(String authorization) throws ServletException, IOException {
        clinic.answers("<Pause length=\"60\"/>");
        clinic.call();

        MockHttpServletResponse response = answered(request(CALLS, authorization.isEmpty() ? null : authorization));

        assertThat(response.getStatus()).isEqualTo(401);
        assertThat(response.getContentAsString()).doesNotContain("5550170").contains("20003");
    }

    @Test
    void anotherTokenOrAccountIsAStranger() throws ServletException, IOException {
        assertThat(answered(request(CALLS, basic(Clinic.ACCOUNT, TOKEN + "0"))).getStatus())
                .isEqualTo(401);
        assertThat(answered(request(CALLS, basic("AC1", TOKEN))).getStatus()).isEqualTo(401);
    }

    @Test
    void aRequestThatCannotBeReadIsRefused() throws ServletException, IOException {
        MockHttpServletRequest broken = request(CALLS, basic(Clinic.ACCOUNT, TOKEN));
        broken.setQueryString("To=%zz");

        assertThat(answered(broken).getStatus()).isEqualTo(400);
    }

    @Test
    void onlyItsOwnAddressesAreItsOwn() {
        assertThat(door.opens(request(CALLS, null))).isTrue();
        assertThat(door.opens(request("/2010-04-01", null))).isFalse();
        assertThat(door.opens(request("/twilio/voice/inbound", null))).isFalse();
    }

    @Test
    void aStrangersBodyIsNotRead() {
        assertThat(door.wantsBody(request(CALLS, basic(Clinic.ACCOUNT, TOKEN)))).isTrue();
        assertThat(door.wantsBody(request(CALLS, basic(Clinic.ACCOUNT, "guess"))))
                .isFalse();
        assertThat(door.wantsBody(request(CALLS, null))).isFalse();
    }
}
