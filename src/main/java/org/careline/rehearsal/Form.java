package org.careline.rehearsal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/**
 * What the network tells with a request, and how it signs that: HMAC-SHA1 over the address and the sorted fields (Twilio,
 * "Webhooks security").
 */
record Form(Map<String, String> fields) {

    static final Form EMPTY = new Form(Map.of());

    Form {
        fields = new LinkedHashMap<>(fields);
    }

    Form with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(fields);
        more.put(name, value);
        return new Form(more);
    }

    Form with(Form other) {
        Map<String, String> more = new LinkedHashMap<>(fields);
        more.putAll(other.fields);
        return new Form(more);
    }

    String encoded() {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    String signature(String token, String address) {
        StringBuilder text = new StringBuilder(address);
        new TreeMap<>(fields).forEach((name, value) -> text.append(name).append(value));
        return Base64.getEncoder()
                .encodeToString(new HmacUtils(HmacAlgorithms.HMAC_SHA_1, token).hmac(text.toString()));
    }

    /** Numbers never reach a log. */
    @Override
    public String toString() {
        return "Form" + fields.keySet();
    }
}
