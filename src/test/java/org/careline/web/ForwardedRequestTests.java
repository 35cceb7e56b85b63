package org.careline.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import org.careline.web.GatheredRequest.Head;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

/** A request whose body was gathered is sent on inside the application. */
class ForwardedRequestTests {

    @Test
    void onceForwardedItIsAtItsNewAddressAndNotAtTheOneThatWasRefused() {
        MockHttpServletRequest sent = new MockHttpServletRequest("POST", "/console/leads/1/note");
        GatheredRequest gathered = new GatheredRequest(sent, Head.of(sent), new byte[0], DispatcherType.REQUEST);
        sent.setRequestURI("/console/stale");

        assertThat(gathered.getRequestURI()).isEqualTo("/console/leads/1/note");
        sent.setAttribute(RequestDispatcher.FORWARD_REQUEST_URI, "/console/leads/1/note");
        assertThat(gathered.getRequestURI()).isEqualTo("/console/stale");
        assertThat(gathered.getRequestURL()).endsWith("/console/stale");
    }
}
