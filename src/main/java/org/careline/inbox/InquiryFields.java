package org.careline.inbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An inquiry as a sender filled it in: nothing of it has been checked. The form and the API name its fields alike.
 *
 * @param texts the single values by field; a field left out and a blank one are the same
 * @param bestTimes the values of {@code bestTimes}
 * @param ticked the consent boxes that are ticked: such as {@code voicemail}; null if the sender was not asked
 * @param attribution where the sender came from; unknown keys are dropped
 */
public record InquiryFields(
        Map<String, String> texts,
        List<String> bestTimes,
        @Nullable Set<String> ticked,
        Map<String, String> attribution) {

    public static final String FORM = "form";
    public static final String NAME = "name";
    public static final String PHONE = "phone";
    public static final String EMAIL = "email";
    public static final String ZIP = "zip";
    public static final String DATE_OF_BIRTH = "dateOfBirth";
    public static final String LANGUAGE = "language";
    public static final String MESSAGE = "message";
    public static final String FOR_WHOM = "forWhom";
    public static final String BEST_TIMES = "bestTimes";
    public static final String CONSENT = "consent";
    public static final String VERSION = "version";
    public static final String CONSENT_VERSION = CONSENT + "." + VERSION;
    public static final String ATTRIBUTION = "attribution";

    /** Fields whose value is one text. */
    public static final Set<String> TEXTS =
            Set.of(FORM, NAME, PHONE, EMAIL, ZIP, DATE_OF_BIRTH, LANGUAGE, MESSAGE, FOR_WHOM);

    /** The consent boxes. */
    public static final Set<String> BOXES = Set.of("call", "text", "voicemail", "marketing");

    /** The attribution that is kept (leads.md §4.9). */
    public static final Set<String> ATTRIBUTION_KEYS = Set.of(
            "utm_source",
            "utm_medium",
            "utm_campaign",
            "utm_term",
            "utm_content",
            "gclid",
            "gbraid",
            "wbraid",
            "fbclid",
            "landing_page",
            "referrer");

    public InquiryFields {
        texts = Map.copyOf(texts);
        bestTimes = List.copyOf(bestTimes);
        ticked = Optional.ofNullable(ticked).map(Set::copyOf).orElse(null);
        attribution = Map.copyOf(attribution);
    }

    /** Nothing typed reaches a log. */
    @Override
    public String toString() {
        return "InquiryFields[" + texts.keySet() + "]";
    }
}
