package org.careline.console;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.careline.node.Installation;
import org.careline.node.Secrets;
import org.careline.staff.Alarms;
import org.careline.staff.Roster;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
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
    private static final String LOGOUT = "/logout";
    private static final String EVERYWHERE = "everywhere";

    private final String publicBaseUrl;
    private final boolean encrypted;

    ConsoleSecurity(Installation installation) {
        this.publicBaseUrl = installation.base();
        this.encrypted = publicBaseUrl.startsWith("https:");
    }

    /** The manager stands here, is no bean and has no parent: the API's token opens nothing here. */
    @Bean
    @Order(200)
    SecurityFilterChain consoleChain(
            HttpSecurity http, Roster roster, Secrets secrets, Alarms alarms, ConsoleSessions sessions, Clock clock) {
        SignIn signIn = new SignIn(roster, secrets::consolePassword, new LoginAttempts(clock), alarms);
        http.securityMatcher("/console/**", LOGIN, LOGOUT, ConsoleAssets.PATH + "**")
                .authenticationManager(new ProviderManager(signIn));
        pages(http);
        signingInAndOut(http, new KnownBrowsers(secrets::signingKey, encrypted), sessions);
        return http.addFilterBefore(new SessionTimes(sessions), SecurityContextHolderFilter.class)
                .addFilterBefore(new PlainSignIn(LOGIN, encrypted), CsrfFilter.class)
                .addFilterBefore(new ReadableParameters(), CsrfFilter.class)
                .addFilterBefore(new OwnPagesOnly(publicBaseUrl), CsrfFilter.class)
                .build();
    }

    private static void pages(HttpSecurity http) {
        http.cors(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .csrf(csrf -> csrf.requireCsrfProtectionMatcher(ConsoleSecurity::needsToken))
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
                .exceptionHandling(handling -> handling.authenticationEntryPoint(ConsoleSecurity::askToSignIn)
                        .accessDeniedHandler((request, response, denied) -> StalePage.show(request, response)));
    }

    private static void signingInAndOut(HttpSecurity http, KnownBrowsers browsers, ConsoleSessions sessions) {
        http.formLogin(form -> form.loginPage(LOGIN)
                        .authenticationDetailsSource(request -> place(browsers, request))
                        .successHandler((request, response, who) -> {
                            sessions.begins(request.getSession(), who.getName());
                            browsers.remember(who.getName(), request, response);
                            response.sendRedirect(AfterLogin.of(request.getParameter(AfterLogin.FIELD)));
                        })
                        .failureHandler(ConsoleSecurity::refused))
                .logout(logout -> logout.logoutSuccessUrl(LOGIN + "?out")
                        .deleteCookies(SESSION)
                        .addLogoutHandler((request, response, who) -> signedOut(sessions, request, response, who)));
    }

    private static Place place(KnownBrowsers browsers, HttpServletRequest request) {
        String name = SignIn.named(request.getParameter("username"));
        return Place.of(request.getRemoteAddr(), browsers.knownFor(name, request));
    }

    /** The browser is told to forget what it kept of our pages; that it is a known one it keeps. */
    private static void signedOut(
            ConsoleSessions sessions,
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Authentication who) {
        response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
        if (who != null && request.getParameter(EVERYWHERE) != null) {
            sessions.endAllOf(who.getName());
        }
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
        response.sendRedirect(LOGIN + "?" + why + AfterLogin.query("&", request.getParameter(AfterLogin.FIELD)));
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
        } else if (OwnPagesOnly.changes(request)) {
            StalePage.show(request, response);
        } else {
            String view = request.getParameter("view");
            String asked = view == null ? path : path + "?view=" + view;
            response.sendRedirect(LOGIN + AfterLogin.query("?", asked));
        }
    }

    /** The token is the session's. Without a session nothing can be done in its name, and the sign-in needs none. */
    private static boolean needsToken(HttpServletRequest request) {
        return OwnPagesOnly.changes(request)
                && !request.getRequestURI().equals(LOGIN)
                && request.getSession(false) != null;
    }
}
