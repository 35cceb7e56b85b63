package org.careline.webform;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.careline.inbox.InquiryFields;
import org.careline.web.UrlEncoded;

/**
 * Where a visitor came from, as the form's own address or the site that embeds it says: text of strangers. On that address
 * the keys are plain, on the way back they name their object. Nothing is read from a cookie or from the
 * {@code Referer}. Of another page only its host, of the landing page only its address without a query is kept, for what
 * stands behind it may be about the person.
 */
final class Attribution {

    private static final Pattern HOST = Pattern.compile(
            "(?:(?:[a-zA-Z][a-zA-Z0-9+.-]*:)?//)?(?:[^/?#@]*@)?([a-zA-Z0-9.-]{1,253})(?::\\d+)?(?:[/?#].*)?");
    private static final Map<String, Function<String, Optional<String>>> CUT =
            Map.of("referrer", Attribution::host, "landing_page", Attribution::withoutQuery);

    private Attribution() {}

    /** What of it is kept; keys that nobody knows are dropped. */
    static Map<String, String> of(UrlEncoded sent) {
        Map<String, String> attribution = new HashMap<>();
        for (String key : InquiryFields.ATTRIBUTION_KEYS) {
            List<String> named = sent.all(InquiryFields.ATTRIBUTION + "." + key);
            Optional.ofNullable(named.isEmpty() ? sent.first(key) : named.get(0))
                    .flatMap(CUT.getOrDefault(key, Optional::of))
                    .filter(value -> !value.isEmpty())
                    .ifPresent(value -> attribution.put(key, value));
        }
        return attribution;
    }

    private static Optional<String> host(String address) {
        Matcher parts = HOST.matcher(address.strip());
        return parts.matches() ? Optional.of(parts.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    private static Optional<String> withoutQuery(String address) {
        return Optional.of(address.split("[?#]", 2)[0]);
    }
}
