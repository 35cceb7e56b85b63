package org.careline.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ReadListener;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request whose body is here, as far as it is read. To all that stands behind the front it is the first dispatch of the
 * request with the address that was asked for, whatever the container calls the second.
 */
final class GatheredRequest extends HttpServletRequestWrapper {

    private final Head head;
    private final byte[] body;
    private final DispatcherType dispatch;
    private @Nullable Map<String, String[]> parameters;

    /**
     * What a second dispatch would change.
     *
     * @param uri as it was sent, with whatever Tomcat takes out of it
     * @param path as the container has decoded it
     */
    record Head(String uri, String path) {

        static Head of(HttpServletRequest request) {
            String info = request.getPathInfo();
            return new Head(
                    request.getRequestURI(), info == null ? request.getServletPath() : request.getServletPath() + info);
        }
    }

    GatheredRequest(HttpServletRequest request, Head head, byte[] body, DispatcherType dispatch) {
        super(request);
        this.head = head;
        this.body = body;
        this.dispatch = dispatch;
    }

    @Override
    public DispatcherType getDispatcherType() {
        return dispatch;
    }

    /** Whoever forwards it sends it elsewhere: else the handler that was asked for would run after all. */
    @Override
    public String getRequestURI() {
        boolean forwarded = getAttribute(RequestDispatcher.FORWARD_REQUEST_URI) != null;
        return forwarded ? super.getRequestURI() : head.uri;
    }

    @Override
    public StringBuffer getRequestURL() {
        StringBuffer url = new StringBuffer(getScheme()).append("://").append(getServerName());
        return url.append(':').append(getServerPort()).append(getRequestURI());
    }

    @Override
    public ServletInputStream getInputStream() {
        return new Bytes(body);
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    @Override
    public @Nullable String getParameter(String name) {
        String[] values = getParameterValues(name);
        return values == null ? null : values[0];
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return getParameterMap().get(name);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(getParameterMap().keySet());
    }

    /** Those of the query, then those of a form. */
    @Override
    public Map<String, String[]> getParameterMap() {
        Map<String, String[]> known = parameters;
        if (known == null) {
            Map<String, String[]> read = new LinkedHashMap<>();
            add(read, getQueryString());
            if (UrlEncoded.isNamedBy(getContentType())) {
                add(read, body.length > BoundedBody.LARGEST ? "%" : new String(body, StandardCharsets.UTF_8));
            }
            known = Collections.unmodifiableMap(read);
            parameters = known;
        }
        return known;
    }

    private static void add(Map<String, String[]> read, @Nullable String text) {
        // What cannot be read is refused as the container does it.
        UrlEncoded.parse(text)
                .orElseThrow(() -> new IllegalStateException("The parameters cannot be read"))
                .fields()
                .forEach((name, values) -> read.merge(name, values.toArray(String[]::new), GatheredRequest::both));
    }

    private static String[] both(String[] first, String[] then) {
        String[] all = new String[first.length + then.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(then, 0, all, first.length, then.length);
        return all;
    }

    /** Nothing typed reaches a log. */
    @Override
    public String toString() {
        return "GatheredRequest";
    }

    private static final class Bytes extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        Bytes(byte[] body) {
            this.bytes = new ByteArrayInputStream(body);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("All of it is here");
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int at, int most) throws IOException {
            return bytes.read(into, at, most);
        }
    }
}
