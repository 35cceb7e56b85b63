package org.careline.node;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.UnsynchronizedAppenderBase;

/** Stands before an appender of any kind and format, and lets it have what may be written. */
final class GuardedAppender extends UnsynchronizedAppenderBase<ILoggingEvent> {

    private final Appender<ILoggingEvent> behind;
    private final LogRules rules;

    GuardedAppender(Appender<ILoggingEvent> behind, LogRules rules) {
        this.behind = behind;
        this.rules = rules;
        setName(behind.getName());
        setContext(behind.getContext());
    }

    @Override
    protected void append(ILoggingEvent line) {
        rules.written(line).ifPresent(behind::doAppend);
    }

    @Override
    public void stop() {
        super.stop();
        behind.stop();
    }
}
