package org.careline.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.careline.web.UrlEncoded;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * The parameters of a list, read strictly: one that is unknown, sent twice or out of range is refused, for a filter that
 * is silently ignored shows other people's leads.
 *
 * @param filters the filters that were given
 * @param limit how many items a page has at most
 * @param after the key of the last item of the page before; null for the first page
 * @param text the query without limit and cursor
 */
record ListQuery(
        Map<String, String> filters, int limit, @Nullable String after, String text) {

    private static final int DEFAULT_LIMIT = 50;
    private static final int LARGEST_LIMIT = 200;
    static final String LIMIT = "limit";
    static final String CURSOR = "cursor";
    static final String CURSOR_IS = "the value of next in the answer to this query";

    /** A query, or why it is none. */
    sealed interface Reading {

        record Read(ListQuery query) implements Reading {}

        record Refused(Problem problem) implements Reading {}
    }

    /**
     * Reads the query of a request.
     *
     * @param allowed the filters of this list
     */
    static Reading of(HttpServletRequest request, Set<String> allowed, Cursors cursors) {
        Optional<UrlEncoded> sent = UrlEncoded.parse(request.getQueryString());
        Set<String> known = new TreeSet<>(allowed);
        known.addAll(List.of(LIMIT, CURSOR));
        if (sent.isEmpty() || !known.containsAll(sent.get().fields().keySet())) {
            return refused("The parameters are " + String.join(", ", known) + ".");
        }
        if (sent.get().fields().values().stream().anyMatch(values -> values.size() > 1)) {
            return refused("A parameter is sent once.");
        }
        return read(request.getRequestURI(), sent.get(), cursors);
    }

    private static Reading read(String path, UrlEncoded sent, Cursors cursors) {
        Map<String, String> filters = new TreeMap<>();
        sent.fields().forEach((name, values) -> filters.put(name, values.get(0)));
        String limitText = filters.remove(LIMIT);
        String cursor = filters.remove(CURSOR);
        String text = path + "?" + joined(filters.entrySet());
        Optional<Integer> limit = limit(limitText);
        if (limit.isEmpty()) {
            return refused("limit is a number from 1 to " + LARGEST_LIMIT + ".");
        }
        Optional<String> after = cursor == null ? Optional.empty() : cursors.after(text, cursor);
        if (cursor != null && after.isEmpty()) {
            return refused(CURSOR + " is " + CURSOR_IS + ".");
        }
        return new Reading.Read(new ListQuery(Map.copyOf(filters), limit.get(), after.orElse(null), text));
    }

    /** Lengths go in, so that two queries never read alike. */
    private static String joined(Collection<Map.Entry<String, String>> filters) {
        return filters.stream()
                .map(filter -> filter.getKey() + "=" + filter.getValue().length() + ":" + filter.getValue())
                .collect(Collectors.joining("&"));
    }

    private static Optional<Integer> limit(@Nullable String text) {
        if (text == null) {
            return Optional.of(DEFAULT_LIMIT);
        }
        return text.matches("[1-9]\\d{0,2}")
                ? Optional.of(Integer.valueOf(text)).filter(limit -> limit <= LARGEST_LIMIT)
                : Optional.empty();
    }

    static Reading refused(String detail) {
        return new Reading.Refused(Problem.of(HttpStatus.BAD_REQUEST, detail));
    }

    /** Nothing typed reaches a log. */
    @Override
    public String toString() {
        return "ListQuery[" + filters.keySet() + "]";
    }
}
