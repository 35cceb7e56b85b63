package org.careline.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import tools.jackson.databind.json.JsonMapper;

/** The API and the metrics ask for the bearer token before they say whether there is such a path at all. */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {

    @Bean
    @Order(100)
    SecurityFilterChain apiChain(HttpSecurity http, AuthenticationManager bearerTokens, JsonMapper json) {
        return http.securityMatcher("/api/**", "/actuator/prometheus/**")
                .csrf(AbstractHttpConfigurer::disable)
                .cors(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'"))
                        .referrerPolicy(referrer -> {}))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .addFilterBefore(
                        new TokenFilter(bearerTokens, (request, response, wrong) -> refuse(response, json)),
                        AuthorizationFilter.class)
                .build();
    }

    /** With this bean no user with a made-up password is created at the start. */
    @Bean
    AuthenticationManager bearerTokens(ApiKeys keys) {
        return shown -> accepted(shown, keys);
    }

    private static Authentication accepted(Authentication shown, ApiKeys keys) throws AuthenticationException {
        Object text = shown.getCredentials();
        if (text == null || !equal(text.toString(), keys.token().get())) {
            throw new BadCredentialsException("The bearer token is another one");
        }
        return new PreAuthenticatedAuthenticationToken("api", "", List.of());
    }

    private static boolean equal(String shown, String right) {
        return MessageDigest.isEqual(shown.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }

    private static void refuse(HttpServletResponse response, JsonMapper json) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        response.setStatus(HttpStatus.UNAUTHORIZED.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream()
                .write(json.writeValueAsBytes(
                        Problem.of(HttpStatus.UNAUTHORIZED, "Send the API token as Authorization: Bearer.")));
    }
}
