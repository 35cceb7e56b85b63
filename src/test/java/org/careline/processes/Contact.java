package org.careline.processes;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.careline.contact.DialRules;
import org.careline.contact.PhoneNumber;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who makes contact, once; sent again it is the same contact.
 *
 * @param key the CallSid, the Idempotency-Key or the form's token
 */
record Contact(
        Way way,
        String key,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String name) {

    /** The area code of the shipped clinic's coordinators. */
    private static final int COORDINATORS = 305;

    private static final DialRules RULES = new DialRules(Set.of("US"));

    /** Those of the clinic's own country first, for nobody abroad is called back by itself. */
    private static final List<Integer> AREAS = IntStream.rangeClosed(201, 999)
            .filter(area -> area != COORDINATORS)
            .boxed()
            .sorted(Comparator.comparing(area -> !inTheCountry(area)))
            .toList();

    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final AtomicInteger MAILBOXES = new AtomicInteger();
    private static final AtomicInteger KEYS = new AtomicInteger();

    enum Way {
        CALL,
        /** The end of a call, which may be told before its beginning. */
        HANG_UP,
        FORM,
        API
    }

    static Contact call(String phone) {
        return new Contact(Way.CALL, "CA%032x".formatted(KEYS.incrementAndGet()), phone, null, null);
    }

    Contact hungUp() {
        return new Contact(Way.HANG_UP, key, phone, null, null);
    }

    /** Whether it is to be found as a touch of its own. */
    boolean isInquiry() {
        return way != Way.HANG_UP;
    }

    static Contact api(@Nullable String phone, @Nullable String email, @Nullable String name) {
        return new Contact(Way.API, "key-" + KEYS.incrementAndGet(), phone, email, name);
    }

    static Contact form(String token, @Nullable String phone, @Nullable String email, @Nullable String name) {
        return new Contact(Way.FORM, token, phone, email, name);
    }

    /** A number that nobody has used yet: one of the hundred fictitious ones of an area code, but for the coordinators'. */
    static String freshPhone() {
        int number = NUMBERS.getAndIncrement();
        return "+1%03d55501%02d".formatted(AREAS.get(number / 100), number % 100);
    }

    private static boolean inTheCountry(int area) {
        return PhoneNumber.parse("+1" + area + "5550100", "US")
                .filter(number -> RULES.of(number) == DialRules.Verdict.ALLOWED)
                .isPresent();
    }

    /** An address that nobody has used yet. */
    static String freshEmail() {
        return "visitor" + MAILBOXES.incrementAndGet() + "@example.org";
    }

    /** What is typed. */
    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        if (name != null) {
            fields.put("name", name);
        }
        if (phone != null) {
            fields.put("phone", phone);
        }
        if (email != null) {
            fields.put("email", email);
        }
        return fields;
    }

    /** One of its lead's contact points, as the API writes it. */
    String point() {
        return phone != null ? "tel:" + phone : "mail:" + email;
    }

    /** How the lead API is asked for its lead. */
    String search() {
        return phone != null ? "phone=" + phone.replace("+", "%2B") : "email=" + email;
    }
}
