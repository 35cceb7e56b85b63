package org.careline.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a request pass that shows the bearer token, and answers every other one before anything is read of it. */
final class TokenFilter extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";
    private static final String ENTERED = TokenFilter.class.getName() + ".entered";

    private final AuthenticationManager tokens;
    private final AuthenticationEntryPoint refusal;

    TokenFilter(AuthenticationManager tokens, AuthenticationEntryPoint refusal) {
        this.tokens = tokens;
        this.refusal = refusal;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            SecurityContextHolder.getContext().setAuthentication(whoEnters(request, tokens));
        } catch (AuthenticationException wrong) {
            refusal.commence(request, response, wrong);
            return;
        }
        chain.doFilter(request, response);
    }

    /** Whether this request will pass. It is asked ahead of this filter, which does not ask again. */
    static boolean mayEnter(HttpServletRequest request, AuthenticationManager tokens) {
        try {
            request.setAttribute(ENTERED, whoEnters(request, tokens));
            return true;
        } catch (AuthenticationException wrong) {
            return false;
        }
    }

    private static Authentication whoEnters(HttpServletRequest request, AuthenticationManager tokens) {
        if (request.getAttribute(ENTERED) instanceof Authentication known) {
            return known;
        }
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        boolean bearer = header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        String shown = bearer ? header.substring(SCHEME.length()).strip() : "";
        return tokens.authenticate(new PreAuthenticatedAuthenticationToken("api", shown));
    }

    /** An error page of the container is no second request. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return true;
    }
}
