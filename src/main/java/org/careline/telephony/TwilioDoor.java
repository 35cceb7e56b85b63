package org.careline.telephony;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.careline.telephony.LastResort.Cause;
import org.careline.telephony.Verdict.Illegible;
import org.careline.telephony.Verdict.Refusal;
import org.careline.telephony.Verdict.Refused;
import org.careline.telephony.Verdict.Trusted;

/**
 * The one door for everything below {@code /twilio}. It stands before all other filters and answers by itself: Spring
 * Security's firewall would refuse odd addresses with a page instead of TwiML, and whoever calls {@code getParameter} first
 * would consume the body that is signed. No controller stands behind it, because a caller's answer has no use for
 * argument resolvers and message converters, and because an exception in those would end in an error page.
 *
 * <p>Order: a method other than GET and POST, the signature, a GET where none is read, the route's required parameters,
 * the route.
 */
final class TwilioDoor extends HttpFilter {

    private final TwilioRoutes routes;
    private final SignatureCheck signatures;
    private final LastResort lastResort;
    private final Tally<Refusal> refused;

    TwilioDoor(TwilioRoutes routes, SignatureCheck signatures, LastResort lastResort, MeterRegistry meters) {
        this.routes = routes;
        this.signatures = signatures;
        this.lastResort = lastResort;
        this.refused = new Tally<>(meters, "careline.webhooks.refused", "Webhooks answered with 403", Refusal.values());
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain never)
            throws IOException {
        Route route = routes.at(path(request));
        lastResort.guard(route.listener(), () -> answer(route, request)).writeTo(response);
    }

    private Reply answer(Route route, HttpServletRequest request) {
        boolean get = request.getMethod().equals("GET");
        if (!get && !request.getMethod().equals("POST")) {
            return Reply.methodNotAllowed(route.methods());
        }
        Verdict verdict = signatures.check(request);
        if (verdict instanceof Refused no) {
            return refuse(no.reason());
        }
        if (verdict instanceof Illegible illegible) {
            return illegible(route, illegible.cause());
        }
        if (get && !route.readsQuery()) {
            return Reply.methodNotAllowed(route.methods());
        }
        Parameters parameters = ((Trusted) verdict).parameters();
        return route.has(parameters)
                ? route.answer().apply(parameters)
                : lastResort.answer(route.listener(), Cause.MISSING_FIELD);
    }

    private Reply refuse(Refusal reason) {
        refused.count(reason);
        return Reply.FORBIDDEN;
    }

    /** What cannot be checked is refused, unless a caller waits behind it. */
    private Reply illegible(Route route, Cause cause) {
        return route.readsQuery() ? lastResort.answer(route.listener(), cause) : refuse(Refusal.WRONG_SIGNATURE);
    }

    /** The path as the container has cut and decoded it; the signature is over the raw one. */
    private static String path(HttpServletRequest request) {
        return request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
    }
}
