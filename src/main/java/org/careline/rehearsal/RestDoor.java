package org.careline.rehearsal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.careline.web.BoundedBody;
import org.careline.web.Door;
import org.careline.web.UrlEncoded;

/** Twilio's REST API on our own port, before all other filters, for whoever has the account and its token. */
final class RestDoor extends HttpFilter implements Door {

    private final RestApi api;
    private final Supplier<String> token;

    RestDoor(RestApi api, Supplier<String> token) {
        this.api = api;
        this.token = token;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain never)
            throws IOException {
        RestAnswer answer = recognised(request)
                ? read(request).map(api::answer).orElseGet(() -> RestAnswer.error(400, 20001, "Unreadable request"))
                : RestAnswer.error(401, 20003, "Authenticate");
        write(response, answer);
    }

    @Override
    public boolean opens(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/2010-04-01/");
    }

    @Override
    public boolean wantsBody(HttpServletRequest request) {
        return recognised(request);
    }

    @Override
    public void refuse(HttpServletRequest request, HttpServletResponse response, NotTaken why) throws IOException {
        write(response, RestAnswer.error(why.status(), 20001, "Unreadable request"));
    }

    private static void write(HttpServletResponse response, RestAnswer answer) throws IOException {
        response.setStatus(answer.status);
        response.setContentType(answer.type);
        response.setContentLength(answer.body.length);
        response.getOutputStream().write(answer.body);
    }

    private boolean recognised(HttpServletRequest request) {
        String shown = Objects.requireNonNullElse(request.getHeader("Authorization"), "");
        String right = "Basic "
                + Base64.getEncoder()
                        .encodeToString((Clinic.ACCOUNT + ":" + token.get()).getBytes(StandardCharsets.UTF_8));
        return MessageDigest.isEqual(shown.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<RestRequest> read(HttpServletRequest request) {
        Optional<UrlEncoded> query = UrlEncoded.parse(request.getQueryString());
        Optional<UrlEncoded> form =
                BoundedBody.of(request).flatMap(UrlEncoded::text).flatMap(UrlEncoded::parse);
        return query.flatMap(
                asked -> form.map(sent -> new RestRequest(request.getMethod(), request.getRequestURI(), asked, sent)));
    }
}
