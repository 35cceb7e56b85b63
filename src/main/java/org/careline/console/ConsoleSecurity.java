package org.careline.console;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.careline.node.Secrets;
import org.careline.staff.Roster;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * The console's own door: a sign-in by form, a session in a cookie, and pages that nothing foreign may touch. It is the only
 * one with a session; no other chain knows of it, nor it of their tokens.
 */
@Configuration(proxyBeanMethods = false)
class ConsoleSecurity {

    static final String CONTENT_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
                    + " connect-src 'self'; media-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final String LOGIN = "/login";
    private static final String SESSION = "careline-session";
    private static final String CSRF = "careline-csrf";

    private final boolean encrypted;

    ConsoleSecurity(@Value("${careline.public-base-url:}") String publicBaseUrl) {
        this.encrypted = publicBaseUrl.startsWith("https:");
    }

    /** The manager stands here, is no bean and has no parent: the API's token opens nothing here. */
    @Bean
    @Order(200)
    SecurityFilterChain consoleChain(HttpSecurity http, Roster roster, Secrets secrets, Clock clock) {
        SignIn signIn = new SignIn(roster, secrets::consolePassword, new Attempts(clock));
        return http.securityMatcher("/console/**", LOGIN, "/logout", ConsoleAssets.PATH + "**")
                .authenticationManager(new ProviderManager(signIn))
                .cors(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens()))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
                .authorizeHttpRequests(requests -> requests
                        // A stream that ends would else be refused after its answer has begun.
                        .dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(LOGIN, ConsoleAssets.PATH + "**")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .formLogin(form -> form.loginPage(LOGIN)
                        .successHandler((request, response, who) ->
                                response.sendRedirect(Destination.of(request.getParameter(Destination.FIELD))))
                        .failureHandler(ConsoleSecurity::refused))
                .logout(logout -> logout.logoutSuccessUrl(LOGIN + "?out").deleteCookies(SESSION))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(ConsoleSecurity::askToSignIn)
                        .accessDeniedHandler((request, response, denied) -> stale(request, response)))
                .addFilterBefore(new PlainSignIn(LOGIN, encrypted), CsrfFilter.class)
                .addFilterBefore(new ReadableParameters(), CsrfFilter.class)
                .build();
    }

    /** In a cookie, so that whoever only looks at the login gets no session. */
    private CookieCsrfTokenRepository csrfTokens() {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(CSRF);
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(
                cookie -> cookie.httpOnly(true).sameSite("Lax").secure(encrypted));
        return tokens;
    }

    /** Behind a proxy a request does not tell that the browser's way is encrypted; the public address does. */
    @Bean
    ServletContextInitializer sessionCookie() {
        return context -> {
            context.getSessionCookieConfig().setName(SESSION);
            context.getSessionCookieConfig().setHttpOnly(true);
            context.getSessionCookieConfig().setSecure(encrypted);
        };
    }

    private static void refused(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        String why = refusal instanceof LockedException ? "wait" : "wrong";
        response.sendRedirect(LOGIN + "?" + why + Destination.query("&", request.getParameter(Destination.FIELD)));
    }

    /** A redirect would put the login into the middle of a page, or into the stream. */
    private static void askToSignIn(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException missing)
            throws IOException {
        String path = request.getRequestURI();
        boolean part = request.getHeader("HX-Request") != null;
        if (part || LiveController.PATHS.contains(path)) {
            response.setHeader("HX-Redirect", LOGIN);
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        } else {
            response.sendRedirect(LOGIN + Destination.query("?", path));
        }
    }

    /** A login that was left open until its cookie was gone is shown anew. */
    private static void stale(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getRequestURI().equals(LOGIN)) {
            response.sendRedirect(LOGIN + "?again");
        } else {
            response.sendError(HttpStatus.FORBIDDEN.value());
        }
    }
}
