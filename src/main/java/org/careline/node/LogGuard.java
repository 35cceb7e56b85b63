package org.careline.node;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/**
 * Puts {@link LogRules} before every appender as soon as Spring Boot has made them: those of its own for console and file, in
 * whatever format, and those of a configuration that the operator brings.
 */
public class LogGuard implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    private static final String UNGUARDED = "careline.logs.unguarded";

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        guard(event.getEnvironment());
    }

    @Override
    public int getOrder() {
        return LoggingApplicationListener.DEFAULT_ORDER + 1;
    }

    /** Guards what is logged from now on, as these settings say. */
    public static void guard(Environment settings) {
        List<String> unguarded = Binder.get(settings)
                .bind(UNGUARDED, Bindable.listOf(String.class))
                .orElse(List.of());
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            LogRules rules = new LogRules(unguarded);
            context.getLoggerList().forEach(logger -> guard(logger, rules));
        }
        if (!unguarded.isEmpty()) {
            LoggerFactory.getLogger(LogGuard.class)
                    .warn("Lines of {} are written whole: they may hold what people typed", unguarded);
        }
    }

    private static void guard(Logger logger, LogRules rules) {
        List<Appender<ILoggingEvent>> appenders = new ArrayList<>();
        logger.iteratorForAppenders().forEachRemaining(appenders::add);
        for (Appender<ILoggingEvent> appender : appenders) {
            if (!(appender instanceof GuardedAppender)) {
                logger.detachAppender(appender);
                GuardedAppender guarded = new GuardedAppender(appender, rules);
                guarded.start();
                logger.addAppender(guarded);
            }
        }
    }
}
