package org.careline.telephony;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.careline.node.EnumCounter;
import org.careline.speech.WebhookReply;
import org.careline.telephony.LastResort.Cause;
import org.careline.telephony.SignatureVerdict.Illegible;
import org.careline.telephony.SignatureVerdict.Refusal;
import org.careline.telephony.SignatureVerdict.Refused;
import org.careline.telephony.SignatureVerdict.Trusted;
import org.careline.web.Door;

/**
 * The one door for everything below {@code /twilio}. It stands before all other filters and answers by itself: Spring
 * Security's firewall would refuse odd addresses with a page instead of TwiML, and whoever calls {@code getParameter} first
 * would consume the body that is signed. No controller stands behind it, because a caller's answer has no use for
 * argument resolvers and message converters, and because an exception in those would end in an error page.
 *
 * <p>Order: a method other than GET and POST, the signature, a GET where none is read, the route's required parameters,
 * the route.
 */
final class TwilioDoor extends HttpFilter implements Door {

    private final TwilioRoutes routes;
    private final SignatureCheck signatures;
    private final LastResort lastResort;
    private final EnumCounter<Refusal> refused;

    TwilioDoor(TwilioRoutes routes, SignatureCheck signatures, LastResort lastResort, MeterRegistry meters) {
        this.routes = routes;
        this.signatures = signatures;
        this.lastResort = lastResort;
        this.refused =
                new EnumCounter<>(meters, "careline.webhooks.refused", "Webhooks answered with 403", Refusal.values());
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain never)
            throws IOException {
        Route route = routes.at(path(request));
        lastResort
                .guard(route.listener(), () -> answer(route, request, response))
                .writeTo(response);
    }

    /** Only who has proven to be Twilio may ask again over the same connection. */
    private WebhookReply answer(Route route, HttpServletRequest request, HttpServletResponse response) {
        boolean get = request.getMethod().equals("GET");
        if (!get && !request.getMethod().equals("POST")) {
            response.setHeader("Connection", "close");
            return WebhookReply.methodNotAllowed(route.methods());
        }
        SignatureVerdict verdict = signatures.check(request);
        if (!(verdict instanceof Trusted)) {
            response.setHeader("Connection", "close");
        }
        if (verdict instanceof Refused no) {
            return refuse(no.reason());
        }
        if (verdict instanceof Illegible illegible) {
            return illegible(route, illegible.cause());
        }
        if (get && !route.readsQuery()) {
            return WebhookReply.methodNotAllowed(route.methods());
        }
        WebhookForm parameters = ((Trusted) verdict).parameters();
        return route.has(parameters)
                ? route.answer().apply(parameters)
                : lastResort.answer(route.listener(), Cause.MISSING_FIELD);
    }

    private WebhookReply refuse(Refusal reason) {
        refused.count(reason);
        return WebhookReply.FORBIDDEN;
    }

    /** What cannot be checked is refused, unless a caller waits behind it. */
    private WebhookReply illegible(Route route, Cause cause) {
        return route.readsQuery() ? lastResort.answer(route.listener(), cause) : refuse(Refusal.WRONG_SIGNATURE);
    }

    @Override
    public boolean opens(HttpServletRequest request) {
        return path(request).startsWith("/twilio/");
    }

    /** Whatever is unsigned is refused by its head. */
    @Override
    public boolean wantsBody(HttpServletRequest request) {
        return request.getMethod().equals("POST") && request.getHeader(SignatureCheck.HEADER) != null;
    }

    /** Nothing proves that it is forged, so a caller may wait behind it; Twilio itself is neither slow nor malformed. */
    @Override
    public void refuse(HttpServletRequest request, HttpServletResponse response, NotTaken why) throws IOException {
        Route route = routes.at(path(request));
        lastResort
                .guard(route.listener(), () -> illegible(route, Cause.UNPROVEN))
                .writeTo(response);
    }

    /** The path as the container has cut and decoded it; the signature is over the raw one. */
    private static String path(HttpServletRequest request) {
        return request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
    }
}
