package org.careline.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** Whether a controller would answer a request, so that a body is only gathered where somebody reads it. */
public final class MappedPaths {

    private final RequestMappingInfoHandlerMapping controllers;

    /** @param controllers knows paths, methods and media types of all controllers */
    public MappedPaths(RequestMappingInfoHandlerMapping controllers) {
        this.controllers = controllers;
    }

    /** Whether there is one for its path, method and media types. */
    public boolean answers(HttpServletRequest request) {
        HttpServletRequest asked = new Asked(request);
        try {
            ServletRequestPathUtils.parseAndCache(asked);
            return controllers.getHandlerMethods().keySet().stream()
                    .anyMatch(one -> one.getMatchingCondition(asked) != null);
        } catch (IllegalArgumentException noPath) {
            return false;
        }
    }

    /** Asking leaves no trace on the request. */
    private static final class Asked extends HttpServletRequestWrapper {

        private final Map<String, @Nullable Object> own = new HashMap<>();

        Asked(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable Object getAttribute(String name) {
            return own.containsKey(name) ? own.get(name) : super.getAttribute(name);
        }

        @Override
        public void setAttribute(String name, @Nullable Object value) {
            own.put(name, value);
        }

        @Override
        public void removeAttribute(String name) {
            own.put(name, null);
        }
    }
}
