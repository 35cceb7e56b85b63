package org.careline.rehearsal;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.careline.rehearsal.Interruption.Target;
import org.careline.web.UrlEncoded;
import tools.jackson.databind.node.ObjectNode;

/** A request to the REST API whose sender was recognised, and what its filters let through. */
record RestRequest(String method, String path, UrlEncoded query, UrlEncoded form) {

    private static final int USUAL_PAGE = 50;
    private static final int MOST = 1_000;

    /** What narrows a list, and so goes along to its next page. */
    private static final List<String> FILTERS = List.of(
            "To",
            "From",
            "Status",
            "ParentCallSid",
            "CallSid",
            "StartTime>",
            "StartTime<",
            "DateCreated>",
            "DateCreated<");

    Optional<String> query(String field) {
        return find(query, field);
    }

    Optional<String> form(String field) {
        return find(form, field);
    }

    private static Optional<String> find(UrlEncoded sent, String field) {
        return Optional.ofNullable(sent.first(field)).filter(text -> !text.isEmpty());
    }

    /** What the call is to do; empty if the request names nothing that can be asked. */
    Optional<Target> document() {
        try {
            Optional<Target> at = form("Url").map(url -> new Target.At(URI.create(url)));
            return at.or(() -> form("Twiml").map(Target.Given::new));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    boolean matches(String field, String value) {
        return query(field).map(value::equals).orElse(true);
    }

    /** Inclusive at both ends. */
    boolean after(String field, Instant at) {
        boolean late = query(field + ">")
                .flatMap(RestRequest::instant)
                .map(since -> !at.isBefore(since))
                .orElse(true);
        boolean early = query(field + "<")
                .flatMap(RestRequest::instant)
                .map(until -> !at.isAfter(until))
                .orElse(true);
        return late && early;
    }

    /** The SDK leaves the offset out of some. */
    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(DateTimeFormatter.ISO_DATE_TIME.parse(
                    text,
                    time -> time.query(TemporalQueries.offset()) == null
                            ? LocalDateTime.from(time).toInstant(ZoneOffset.UTC)
                            : OffsetDateTime.from(time).toInstant()));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    <T> RestAnswer page(String name, List<T> all, Function<T, ObjectNode> written) {
        int size = Math.min(MOST, Math.max(1, number(query("PageSize"), USUAL_PAGE)));
        String kept = FILTERS.stream()
                .flatMap(field -> query(field).stream().map(value -> encoded(field) + "=" + encoded(value)))
                .map(field -> field + "&")
                .reduce("", String::concat);
        return Resources.page(name, all, number(query("Page"), 0), size, kept, written);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static int number(Optional<String> text, int without) {
        return text.filter(digits -> digits.matches("\\d{1,6}"))
                .map(Integer::parseInt)
                .orElse(without);
    }
}
