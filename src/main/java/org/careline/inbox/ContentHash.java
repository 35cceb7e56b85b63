package org.careline.inbox;

import java.util.HexFormat;
import java.util.Objects;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/** Tells a repeat of a message from another one under the same key: a hash of everything that the sender gave. */
final class ContentHash {

    private ContentHash() {}

    static String of(Inquiry inquiry) {
        Sender sender = inquiry.sender();
        Request request = inquiry.request();
        StringBuilder fields = new StringBuilder();
        add(fields, sender.name() == null ? null : sender.name().text());
        add(fields, sender.phone() == null ? null : sender.phone().e164());
        add(fields, sender.email() == null ? null : sender.email().address());
        add(fields, request.to());
        add(fields, request.zip());
        add(fields, request.dateOfBirth());
        add(fields, request.language());
        add(fields, request.message());
        add(fields, request.forWhom());
        add(fields, request.bestTimes());
        add(fields, request.consent());
        add(fields, inquiry.attribution());
        return hash(fields.toString());
    }

    /** Each field with its length, so that no two different rows of fields read the same. */
    private static void add(StringBuilder fields, @Nullable Object value) {
        String text = Objects.toString(value, "");
        fields.append(value == null ? "-" : text.length()).append(':').append(text);
    }

    private static String hash(String text) {
        return HexFormat.of().formatHex(DigestUtils.sha256(text), 0, 16);
    }
}
