package org.careline.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.careline.store.StoreUnavailable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/** Whatever goes wrong below {@code /api} is answered as problem+json, also where no endpoint of ours was found. */
@Component
class ProblemResolver implements HandlerExceptionResolver, Ordered {

    static final int RETRY_AFTER_SECONDS = 5;

    private static final Logger LOG = LoggerFactory.getLogger(ProblemResolver.class);

    private final JsonMapper json;

    ProblemResolver(JsonMapper json) {
        this.json = json;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception thrown) {
        if (!request.getRequestURI().startsWith("/api/") || response.isCommitted()) {
            return null;
        }
        try {
            response.resetBuffer();
            write(response, thrown);
        } catch (IOException gone) {
            LOG.debug("The client left before the answer");
        }
        return new ModelAndView();
    }

    private void write(HttpServletResponse response, Exception thrown) throws IOException {
        if (thrown instanceof RefusedRequest refused) {
            write(response, refused.problem());
        } else if (thrown instanceof ErrorResponse known) {
            known.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
            write(response, Problem.of(HttpStatus.valueOf(known.getStatusCode().value()), null));
        } else if (thrown instanceof StoreUnavailable) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Integer.toString(RETRY_AFTER_SECONDS));
            write(response, Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "The store does not answer. Try again."));
        } else if (thrown instanceof RequestRejectedException || thrown instanceof UncheckedIOException) {
            write(response, Problem.of(HttpStatus.BAD_REQUEST, "The request cannot be read."));
        } else {
            LOG.error("A request to the API failed", thrown);
            write(response, Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, null));
        }
    }

    private void write(HttpServletResponse response, Problem problem) throws IOException {
        response.setStatus(problem.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }
}
