package org.careline.console;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import jakarta.servlet.SessionCookieConfig;
import org.careline.node.Installation;
import org.careline.node.PublicAddress;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockServletContext;

class SessionCookieTests {

    @Test
    void itTravelsOnlyEncryptedWhereThePublicAddressIs() throws ServletException {
        assertThat(cookie("https://careline.example.org").isSecure()).isTrue();
        assertThat(cookie("http://localhost:8080").isSecure()).isFalse();
        assertThat(cookie("").isHttpOnly()).isTrue();
    }

    private static SessionCookieConfig cookie(String publicBaseUrl) throws ServletException {
        MockServletContext context = new MockServletContext();
        PublicAddress address = publicBaseUrl.isEmpty() ? null : PublicAddress.of(publicBaseUrl);
        new ConsoleSecurity(new Installation(address, "", () -> 0))
                .sessionCookie()
                .onStartup(context);
        return context.getSessionCookieConfig();
    }
}
