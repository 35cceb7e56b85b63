package org.careline.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.careline.web.Door;
import org.careline.web.UrlEncoded;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What is sent to the console is read before anything is decided: the token against forged requests is part of it. */
@Component
@Order(200)
class ConsoleDoor implements Door {

    private static final Set<String> SIGNING = Set.of("/login", "/logout");

    @Override
    public boolean opens(HttpServletRequest request) {
        return SIGNING.contains(request.getRequestURI())
                || request.getRequestURI().startsWith("/console/");
    }

    @Override
    public boolean wantsBody(HttpServletRequest request) {
        return request.getMethod().equals("POST") && UrlEncoded.isNamedBy(request.getContentType());
    }

    @Override
    public void refuse(HttpServletRequest request, HttpServletResponse response, NotTaken why) throws IOException {
        byte[] words = words(why).getBytes(StandardCharsets.UTF_8);
        response.setStatus(why.status());
        response.setContentType("text/plain;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentLength(words.length);
        response.getOutputStream().write(words);
    }

    private static String words(NotTaken why) {
        return switch (why) {
            case TOO_SLOW -> "What you sent did not arrive in time. Nothing was saved. Go back and try again.";
            case MALFORMED -> "What was sent cannot be read. Nothing was saved.";
            case BUSY -> "Too many requests are at work. Nothing was saved. Try again in a few seconds.";
        };
    }
}
