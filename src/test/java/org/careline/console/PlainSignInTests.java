package org.careline.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class PlainSignInTests {

    @ParameterizedTest
    @CsvSource({
        "false,/login,192.168.1.7,clinic.example,403",
        "false,/login,2001:db8::7,clinic.example,403",
        "false,/login,127.0.0.1,clinic.example,200",
        "false,/login,0:0:0:0:0:0:0:1,clinic.example,200",
        "false,/login,172.17.0.1,localhost,200",
        "false,/login,192.168.1.7,localhost.example,403",
        "true,/login,192.168.1.7,clinic.example,200",
        "false,/console-assets/console.css,192.168.1.7,clinic.example,200",
    })
    void aPasswordIsOnlyTypedWhereNobodyElseReadsIt(
            boolean encrypted, String path, String from, String host, int status) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setRemoteAddr(from);
        request.setServerName(host);
        MockHttpServletResponse response = new MockHttpServletResponse();

        new PlainSignIn("/login", encrypted).doFilter(request, response, new MockFilterChain());

        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(response.getContentAsString().contains("https")).isEqualTo(status == 403);
    }
}
