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

    private final AuthenticationManager tokens;
    private final AuthenticationEntryPoint refusal;

    TokenFilter(AuthenticationManager tokens, AuthenticationEntryPoint refusal) {
        this.tokens = tokens;
        this.refusal = refusal;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        boolean bearer = header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        try {
            String shown = bearer ? header.substring(SCHEME.length()).strip() : "";
            Authentication token = new PreAuthenticatedAuthenticationToken("api", shown);
            SecurityContextHolder.getContext().setAuthentication(tokens.authenticate(token));
        } catch (AuthenticationException wrong) {
            refusal.commence(request, response, wrong);
            return;
        }
        chain.doFilter(request, response);
    }

    /** An error page of the container is no second request. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return true;
    }
}
