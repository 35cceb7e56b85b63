package org.careline.webform;

import java.util.regex.Pattern;

/**
 * The origin of a site, as it stands in a content policy.
 *
 * @param text scheme, host and perhaps a port, such as {@code https://www.clinic.example}
 */
record Origin(String text) {

    private static final Pattern SHAPE =
            Pattern.compile("https?://[a-zA-Z0-9](?:[a-zA-Z0-9.-]*[a-zA-Z0-9])?(?::\\d{1,5})?");

    Origin {
        if (!SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("expected the origin of a site, such as https://www.clinic.example");
        }
    }

    /** Public, because the binder of settings looks for a public {@code of}. */
    public static Origin of(String text) {
        return new Origin(text);
    }
}
