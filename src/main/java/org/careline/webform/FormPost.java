package org.careline.webform;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.careline.intake.InquiryFields;
import org.careline.web.UrlEncoded;
import org.jspecify.annotations.Nullable;

/**
 * A form as it was sent.
 *
 * @param fields the inquiry's fields
 * @param token the token it carried; null if it carried none
 * @param honeypot whether the field was filled in that no person sees
 */
record FormPost(InquiryFields fields, @Nullable String token, boolean honeypot) {

    static final String TOKEN = "token";
    static final String HONEYPOT = "website";

    private static final Set<String> TICKED = Set.of("on", "true");

    /**
     * @param form the form's id, which the address names
     */
    static FormPost of(String form, UrlEncoded sent) {
        String trap = sent.first(HONEYPOT);
        InquiryFields fields = new InquiryFields(
                texts(form, sent), sent.all(InquiryFields.BEST_TIMES), ticked(sent), attribution(sent));
        return new FormPost(fields, sent.first(TOKEN), trap != null && !trap.isBlank());
    }

    private static Map<String, String> texts(String form, UrlEncoded sent) {
        Map<String, String> texts = new HashMap<>();
        InquiryFields.TEXTS.forEach(field -> put(texts, field, sent.first(field)));
        put(texts, InquiryFields.CONSENT_VERSION, sent.first(InquiryFields.CONSENT_VERSION));
        texts.put(InquiryFields.FORM, form);
        return texts;
    }

    private static Set<String> ticked(UrlEncoded sent) {
        return InquiryFields.BOXES.stream()
                .filter(box ->
                        sent.all(InquiryFields.CONSENT + "." + box).stream().anyMatch(TICKED::contains))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Where the visitor came from: on the form's own address these are plain, on the way back they name their object. */
    static Map<String, String> attribution(UrlEncoded sent) {
        Map<String, String> attribution = new HashMap<>();
        for (String key : InquiryFields.ATTRIBUTION_KEYS) {
            List<String> named = sent.all(InquiryFields.ATTRIBUTION + "." + key);
            put(attribution, key, named.isEmpty() ? sent.first(key) : named.get(0));
        }
        return attribution;
    }

    private static void put(Map<String, String> values, String field, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            values.put(field, value);
        }
    }

    /** Nothing typed reaches a log. */
    @Override
    public String toString() {
        return "FormPost";
    }
}
