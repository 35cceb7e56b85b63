package org.careline.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.careline.web.Door;
import org.careline.web.MappedPaths;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** A body is read of whoever shows the token, where an endpoint takes one. */
@Component
@Order(100)
class ApiDoor implements Door {

    private final AuthenticationManager tokens;
    private final MappedPaths endpoints;
    private final JsonMapper json;

    ApiDoor(
            AuthenticationManager bearerTokens,
            @Qualifier("requestMappingHandlerMapping") RequestMappingInfoHandlerMapping controllers,
            JsonMapper json) {
        this.tokens = bearerTokens;
        this.endpoints = new MappedPaths(controllers);
        this.json = json;
    }

    @Override
    public boolean opens(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/");
    }

    @Override
    public boolean wantsBody(HttpServletRequest request) {
        return TokenFilter.mayEnter(request, tokens) && endpoints.answers(request);
    }

    @Override
    public void refuse(HttpServletRequest request, HttpServletResponse response, NotTaken why) throws IOException {
        response.setStatus(why.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.getOutputStream()
                .write(json.writeValueAsBytes(Problem.of(HttpStatus.valueOf(why.status()), detail(why))));
    }

    private static String detail(NotTaken why) {
        return switch (why) {
            case TOO_SLOW -> "The body did not come within two seconds.";
            case MALFORMED -> "The request cannot be read.";
            case BUSY -> "Too much is at work. Try again.";
        };
    }
}
