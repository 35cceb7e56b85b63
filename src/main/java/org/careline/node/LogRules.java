package org.careline.node;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What of a line may be written. Ours are written, with failures by type and place. A library's are not below WARN, whatever
 * its level was set to; above, its words are written only if no stranger's can be among them. Web servers quote request lines
 * and headers, parsers quote what they could not read: which of them do changes with each version, so that those are
 * listed of which it is known that they do not.
 */
final class LogRules {

    private static final String OURS = "org.careline";

    /** What a newcomer needs of a start: that it is done and where, or why it was refused. */
    private static final Set<String> WHOLE = Set.of(
            "org.springframework.boot.SpringApplication",
            "org.springframework.boot.diagnostics.LoggingFailureAnalysisReporter",
            "org.springframework.boot.tomcat.TomcatWebServer");

    /** They speak of this process and its store, and of nothing that was sent. */
    private static final List<String> WORDS_OF_THEIR_OWN = List.of(
            "org.springframework.boot.",
            "org.springframework.context.support.",
            "org.springframework.scheduling.",
            "org.mongodb.driver.cluster",
            "org.mongodb.driver.connection",
            "org.apache.coyote.http11.Http11NioProtocol",
            "org.apache.catalina.core.StandardService");

    /** Warnings that nobody can act on: of a page that is meant to be there, and of a start that its own error explains. */
    private static final List<String> QUIET = List.of(
            "org.springdoc.",
            "org.springframework.context.annotation.",
            "org.apache.catalina.loader.WebappClassLoaderBase",
            "org.springframework.boot.web.server.",
            "org.springframework.boot.web.servlet.context.");

    /** It tells in other words what stops the start anyway. */
    private static final String TWICE = "org.springframework.boot.tomcat.servlet.DeferredServletContainerInitializers";

    private final List<String> unguarded;

    /** @param unguarded names of loggers, or what they begin with, whose lines are written whole */
    LogRules(List<String> unguarded) {
        this.unguarded = List.copyOf(unguarded);
    }

    static boolean isOurs(String name) {
        return name.equals(OURS) || name.startsWith(OURS + ".");
    }

    /** The line as it is written; empty if it is not. */
    Optional<ILoggingEvent> written(ILoggingEvent line) {
        String logger = line.getLoggerName();
        if (WHOLE.contains(logger) || beginsWith(unguarded, logger)) {
            return Optional.of(line);
        }
        if (isOurs(logger)) {
            return Optional.of(line.getThrowableProxy() == null ? line : with(line, line.getFormattedMessage()));
        }
        if (logger.equals(TWICE)) {
            return Optional.empty();
        }
        Level least = beginsWith(QUIET, logger) ? Level.ERROR : Level.WARN;
        if (!line.getLevel().isGreaterOrEqual(least)) {
            return Optional.empty();
        }
        boolean own = beginsWith(WORDS_OF_THEIR_OWN, logger);
        return Optional.of(with(line, own ? line.getFormattedMessage() : withheld(logger)));
    }

    private static boolean beginsWith(List<String> names, String logger) {
        return names.stream().anyMatch(logger::startsWith);
    }

    /** The line's words can be read in the library's source, at this place. */
    private static String withheld(String logger) {
        String place = StackWalker.getInstance()
                .walk(frames -> frames.filter(frame -> frame.getClassName().startsWith(logger))
                        .findFirst()
                        .map(frame -> " at " + frame.toStackTraceElement())
                        .orElse(""));
        return "(withheld, for it may hold what somebody typed" + place + ")";
    }

    private static ILoggingEvent with(ILoggingEvent line, String message) {
        LoggingEvent written = new LoggingEvent();
        written.setLoggerContextRemoteView(line.getLoggerContextVO());
        written.setLoggerName(line.getLoggerName());
        written.setLevel(line.getLevel());
        written.setThreadName(line.getThreadName());
        written.setInstant(line.getInstant());
        written.setMDCPropertyMap(line.getMDCPropertyMap());
        written.setMessage(Stream.concat(Stream.of(message), place(line))
                .reduce((one, two) -> one + "\n" + two)
                .get());
        return written;
    }

    private static Stream<String> place(ILoggingEvent line) {
        @Nullable Throwable failure = line.getThrowableProxy() instanceof ThrowableProxy proxy ? proxy.getThrowable() : null;
        return Stream.ofNullable(failure).map(FailurePlace::of);
    }
}
