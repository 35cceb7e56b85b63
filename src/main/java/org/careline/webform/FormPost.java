package org.careline.webform;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.careline.inbox.InquiryFields;
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

    /** The language to show the form in, instead of sending it. */
    static final String OTHER_LANGUAGE = "show";

    private static final Set<String> TICKED = Set.of("on", "true");

    /**
     * @param form the form's id, which the address names
     */
    static FormPost of(String form, UrlEncoded sent) {
        String trap = sent.first(HONEYPOT);
        InquiryFields fields = new InquiryFields(
                texts(form, sent), sent.all(InquiryFields.BEST_TIMES), ticked(sent), Attribution.of(sent));
        return new FormPost(fields, sent.first(TOKEN), trap != null && !trap.isBlank());
    }

    /**
     * What was typed, for the same form in another language. Whoever is to be answered in the language they read until now
     * is to be answered in the one they read next.
     */
    InquiryFields readIn(String language) {
        Map<String, String> texts = new HashMap<>(fields.texts());
        texts.remove(InquiryFields.LANGUAGE, language);
        return new InquiryFields(texts, fields.bestTimes(), fields.ticked(), fields.attribution());
    }

    private static Map<String, String> texts(String form, UrlEncoded sent) {
        Map<String, String> texts = new HashMap<>();
        // Whoever is not asked in which language to be answered is answered in the one they read.
        put(texts, InquiryFields.LANGUAGE, PageLanguage.written(sent.first(PageLanguage.PARAMETER)));
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
