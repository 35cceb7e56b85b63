package org.careline.api;

import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The API and the metrics ask for the bearer token before they say whether there is such a path at all. */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {

    private static final String METRICS = "/actuator/prometheus/**";

    @Bean
    @Order(100)
    SecurityFilterChain apiChain(HttpSecurity http, AuthenticationManager bearerTokens, ApiRefusals refusals) {
        return http.securityMatcher("/api/**", METRICS)
                .csrf(AbstractHttpConfigurer::disable)
                .cors(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'"))
                        .referrerPolicy(referrer -> {}))
                .authorizeHttpRequests(requests -> requests.requestMatchers(METRICS)
                        .hasAuthority(ApiScope.METRICS.word())
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(handling -> handling.accessDeniedHandler(
                        (request, response, denied) -> refusals.forbidden(response, ApiScope.METRICS)))
                .addFilterBefore(
                        new TokenFilter(bearerTokens, (request, response, wrong) -> refusals.unknown(response)),
                        AuthorizationFilter.class)
                .build();
    }

    /** With this bean no user with a made-up password is created at the start. */
    @Bean
    AuthenticationManager bearerTokens(ApiClients clients) {
        return shown -> accepted(shown, clients);
    }

    private static Authentication accepted(Authentication shown, ApiClients clients) throws AuthenticationException {
        ApiClient client = Optional.ofNullable(shown.getCredentials())
                .flatMap(token -> clients.of(token.toString()))
                .orElseThrow(() -> new BadCredentialsException("The bearer token is another one"));
        List<String> scopes = client.scopes().stream().map(ApiScope::word).toList();
        return new PreAuthenticatedAuthenticationToken(client, "", AuthorityUtils.createAuthorityList(scopes));
    }

    /** What a token may do is asked where the path is known. */
    @Bean
    WebMvcConfigurer scopes(ApiRefusals refusals) {
        return new WebMvcConfigurer() {

            @Override
            public void addInterceptors(InterceptorRegistry interceptors) {
                interceptors.addInterceptor(new ScopeCheck(refusals)).addPathPatterns("/api/**");
            }
        };
    }
}
