package org.careline.webform;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.careline.web.Seal;
import org.jspecify.annotations.Nullable;

/** Makes the tokens of forms and knows its own: a random id, the time of issue and a seal over both and the form. */
class FormTokens {

    private static final Pattern SHAPE = Pattern.compile("([\\w-]{16})\\.([0-9a-z]{1,12})\\.([\\w-]{22})");
    private static final int RANDOM_BYTES = 12;
    private static final int RADIX = 36;

    private final Seal seal;
    private final Duration longest;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    FormTokens(Seal seal, Duration longest, Clock clock) {
        this.seal = seal;
        this.longest = longest;
        this.clock = clock;
    }

    /** A fresh token for this form. */
    FormToken issue(String form) {
        byte[] id = new byte[RANDOM_BYTES];
        random.nextBytes(id);
        Instant now = clock.instant();
        String body = Base64.getUrlEncoder().withoutPadding().encodeToString(id) + "."
                + Long.toString(now.toEpochMilli(), RADIX);
        return new FormToken(body + "." + seal.of(form + "\n" + body), now);
    }

    /** This token, if it is ours, of this form and not too old. */
    Optional<FormToken> valid(String form, @Nullable String text) {
        Matcher parts = SHAPE.matcher(text == null ? "" : text);
        if (!parts.matches() || !seal.fits(form + "\n" + parts.group(1) + "." + parts.group(2), parts.group(3))) {
            return Optional.empty();
        }
        Instant issued = Instant.ofEpochMilli(Long.parseLong(parts.group(2), RADIX));
        return issued.plus(longest).isBefore(clock.instant())
                ? Optional.empty()
                : Optional.of(new FormToken(parts.group(), issued));
    }
}
