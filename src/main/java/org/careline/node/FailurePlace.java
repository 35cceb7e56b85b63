package org.careline.node;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a log may say of a failure: its types and lines, and those of its causes. A message is left out, for it may quote a
 * caller's number; only our own types have messages that never do.
 */
public final class FailurePlace {

    private static final int DEEPEST_CAUSE = 5;
    private static final int LINES_OF_A_CAUSE = 12;

    private FailurePlace() {}

    public static String of(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST_CAUSE)
                .map(cause -> named(cause) + lines(cause))
                .collect(Collectors.joining("\ncaused by "));
    }

    private static String named(Throwable cause) {
        String type = cause.getClass().getName();
        return LogRules.isOurs(type) && cause.getMessage() != null ? type + ": " + cause.getMessage() : type;
    }

    private static String lines(Throwable cause) {
        return Arrays.stream(cause.getStackTrace())
                .limit(LINES_OF_A_CAUSE)
                .map(line -> "\n\tat " + line)
                .collect(Collectors.joining());
    }
}
