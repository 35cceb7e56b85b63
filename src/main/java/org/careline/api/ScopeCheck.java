package org.careline.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.careline.lead.LeadId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Asks of every token the scope that its path needs, before anything of the body is read, and writes down who did what:
 * the client's name, the path as it is declared, the lead. Reads are told at the level of debugging.
 */
final class ScopeCheck implements HandlerInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger(ScopeCheck.class);

    private final ApiRefusals refusals;

    ScopeCheck(ApiRefusals refusals) {
        this.refusals = refusals;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(handler instanceof HandlerMethod method)) {
            return true;
        }
        NeedsScope needs = method.getMethodAnnotation(NeedsScope.class);
        ApiClient client = client();
        if (needs == null ? client.equals(ApiClient.FIRST_RUN) : client.may(needs.value())) {
            return true;
        }
        LOG.warn("The API client {} may not do {}", client, what(request));
        refusals.forbidden(response, needs == null ? null : needs.value());
        return false;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (!(handler instanceof HandlerMethod)) {
            return;
        }
        if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) {
            LOG.debug("The API client {} read {}: {}", client(), what(request), response.getStatus());
        } else {
            LOG.info("The API client {} did {}: {}", client(), what(request), response.getStatus());
        }
    }

    private static ApiClient client() {
        Authentication shown = SecurityContextHolder.getContext().getAuthentication();
        return shown != null && shown.getPrincipal() instanceof ApiClient client
                ? client
                : new ApiClient("nobody", java.util.Set.of());
    }

    /** Nothing that was typed: the declared path, and the id of a lead if it is one. */
    private static String what(HttpServletRequest request) {
        String lead = Optional.ofNullable(request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE))
                .filter(Map.class::isInstance)
                .map(variables -> ((Map<?, ?>) variables).get("id"))
                .map(String::valueOf)
                .filter(LeadId::isOne)
                .map(id -> " with lead " + id)
                .orElse("");
        return request.getMethod() + " " + request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) + lead;
    }
}
