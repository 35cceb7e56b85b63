package org.careline.console;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where somebody goes after signing in: a page of the console that they asked for before, else the queue. */
final class AfterLogin {

    static final String FIELD = "to";

    private static final String QUEUE = "/console/queue";
    private static final Pattern OURS = Pattern.compile("/console/(queue(\\?view=[a-z-]{1,20})?|leads/[0-9a-f]{24})");

    private AfterLogin() {}

    static String of(@Nullable String asked) {
        return asked != null && OURS.matcher(asked).matches() ? asked : QUEUE;
    }

    /** The part of a query that keeps it; nothing for the queue, where everybody goes anyway. */
    static String query(String before, @Nullable String asked) {
        String to = of(asked);
        return to.equals(QUEUE)
                ? ""
                : before + FIELD + "="
                        + URLEncoder.encode(to, StandardCharsets.UTF_8).replace("%2F", "/");
    }
}
