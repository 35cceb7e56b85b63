package org.careline.telephony;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.careline.web.FormReader;

/**
 * The parameters of one request from Twilio, repeats and empty ones included. Twilio adds parameters without notice, so
 * nothing here knows their names.
 *
 * @param values by name, in the order of the names; the values of a name in the order in which they came
 */
record WebhookForm(Map<String, List<String>> values) {

    static final WebhookForm NONE = new WebhookForm(Map.of());

    /** Empty if the bytes are no URL-encoded form in UTF-8. */
    static Optional<WebhookForm> ofForm(byte[] form) {
        Map<String, List<String>> values = new TreeMap<>();
        FormReader reader = new FormReader(form);
        while (reader.next()) {
            values.computeIfAbsent(reader.name(), name -> new ArrayList<>(1)).add(reader.value());
        }
        return reader.malformed()
                ? Optional.empty()
                : Optional.of(new WebhookForm(Collections.unmodifiableMap(values)));
    }

    /** The first value of this name; empty if there is none. */
    Optional<String> find(String name) {
        return all(name).stream().findFirst();
    }

    /** The first value of this name; an empty text if there is none. */
    String text(String name) {
        List<String> all = all(name);
        return all.isEmpty() ? "" : all.get(0);
    }

    /** Seconds, if it is a number of them. */
    Optional<Duration> seconds(String name) {
        return find(name)
                .filter(seconds -> seconds.matches("\\d{1,6}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
    }

    /** When it happened, if it is an RFC 2822 date. */
    Optional<Instant> time(String name) {
        try {
            return find(name)
                    .map(date -> ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (DateTimeException notThatForm) {
            return Optional.empty();
        }
    }

    /**
     * Those that are there, under other names.
     *
     * @param names ours, and the carrier's for it
     */
    Map<String, String> named(Map<String, String> names) {
        Map<String, String> found = new TreeMap<>();
        names.forEach((ours, theirs) -> find(theirs).ifPresent(value -> found.put(ours, value)));
        return found;
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** Names only: the values are somebody's phone number and town. */
    @Override
    public String toString() {
        return "WebhookForm" + values.keySet();
    }
}
