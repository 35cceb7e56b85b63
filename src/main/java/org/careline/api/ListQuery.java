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
import org.careline.store.Page;
import org.careline.web.UrlEncoded;

/**
 * The parameters of a list, read strictly: one that is unknown, sent twice or out of range is refused, for a filter that
 * is silently ignored shows other people's leads.
 *
 * @param filters the filters that were given
 * @param page which part of the list
 * @param text the query without limit and cursor
 */
record ListQuery(Map<String, String> filters, Page page, String text) {

    private static final int DEFAULT_LIMIT = 50;
    private static final int LARGEST_LIMIT = 200;
    static final String LIMIT = "limit";
    static final String CURSOR = "cursor";
    static final String CURSOR_IS = "the value of next in the answer to this query";

    /**
     * Reads the query of a request.
     *
     * @param allowed the filters of this list
     * @throws RefusedRequest if it is none
     */
    static ListQuery of(HttpServletRequest request, Set<String> allowed, Cursors cursors) {
        Optional<UrlEncoded> sent = UrlEncoded.parse(request.getQueryString());
        Set<String> known = new TreeSet<>(allowed);
        known.addAll(List.of(LIMIT, CURSOR));
        if (sent.isEmpty() || !known.containsAll(sent.get().fields().keySet())) {
            throw RefusedRequest.badly("The parameters are " + String.join(", ", known) + ".");
        }
        if (sent.get().fields().values().stream().anyMatch(values -> values.size() > 1)) {
            throw RefusedRequest.badly("A parameter is sent once.");
        }
        return read(request.getRequestURI(), sent.get(), cursors);
    }

    private static ListQuery read(String path, UrlEncoded query, Cursors cursors) {
        Map<String, String> filters = new TreeMap<>();
        query.fields().forEach((name, values) -> filters.put(name, values.get(0)));
        int limit =
                Optional.ofNullable(filters.remove(LIMIT)).map(ListQuery::limit).orElse(DEFAULT_LIMIT);
        Optional<String> cursor = Optional.ofNullable(filters.remove(CURSOR));
        String text = path + "?" + joined(filters.entrySet());
        Optional<String> after = cursor.map(sent ->
                cursors.after(text, sent).orElseThrow(() -> RefusedRequest.badly(CURSOR + " is " + CURSOR_IS + ".")));
        return new ListQuery(Map.copyOf(filters), new Page(after, limit), text);
    }

    /** Lengths go in, so that two queries never read alike. */
    private static String joined(Collection<Map.Entry<String, String>> filters) {
        return filters.stream()
                .map(filter -> filter.getKey() + "=" + filter.getValue().length() + ":" + filter.getValue())
                .collect(Collectors.joining("&"));
    }

    private static int limit(String text) {
        return Optional.of(text)
                .filter(number -> number.matches("[1-9]\\d{0,2}"))
                .map(Integer::valueOf)
                .filter(limit -> limit <= LARGEST_LIMIT)
                .orElseThrow(() -> RefusedRequest.badly("limit is a number from 1 to " + LARGEST_LIMIT + "."));
    }

    /** The cursor of the page that follows the item of this key. */
    String after(String key, Cursors cursors) {
        return cursors.of(text, key);
    }

    /** Nothing typed reaches a log. */
    @Override
    public String toString() {
        return "ListQuery[" + filters.keySet() + "]";
    }
}
