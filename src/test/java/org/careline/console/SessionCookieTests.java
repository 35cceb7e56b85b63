package org.careline.console;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import jakarta.servlet.SessionCookieConfig;
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
        new ConsoleSecurity(publicBaseUrl).sessionCookie().onStartup(context);
        return context.getSessionCookieConfig();
    }
}
