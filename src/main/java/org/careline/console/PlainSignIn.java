package org.careline.console;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets nobody type a password whose way here others can read. A browser on this machine has no such way, and neither has one
 * that asks for {@code localhost}: a container's published port or a tunnel brings it here.
 */
final class PlainSignIn extends OncePerRequestFilter {

    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><title>Sign in over https</title></head>
            <body><main><h1>Sign in over https</h1>
            <p>This address is not encrypted: others could read your password on its way. Use the clinic's https address.</p>
            <p>For whoever runs this: put a proxy with TLS in front and set careline.public-base-url to its https address
            (src/docs/go-live.md). On the machine itself, http://localhost works.</p></main></body>
            </html>
            """;

    private final String path;
    private final boolean encrypted;

    /**
     * @param path of the sign-in
     * @param encrypted whether browsers reach us by https
     */
    PlainSignIn(String path, boolean encrypted) {
        this.path = path;
        this.encrypted = encrypted;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (encrypted || request.isSecure() || !request.getRequestURI().equals(path) || isHere(request)) {
            chain.doFilter(request, response);
            return;
        }
        response.setStatus(HttpStatus.FORBIDDEN.value());
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Connection", "close");
        response.getOutputStream().write(PAGE.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isHere(HttpServletRequest request) {
        return HERE.contains(request.getServerName()) || isLoopback(request.getRemoteAddr());
    }

    /** @param address as digits, so that nobody is asked for its meaning */
    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException none) {
            return false;
        }
    }
}
