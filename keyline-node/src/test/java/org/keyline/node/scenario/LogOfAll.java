package org.keyline.node.scenario;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import org.slf4j.LoggerFactory;

/** Everything that is logged from now on by our own code, at every level, as it would be written. */
final class LogOfAll extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private final Logger logger = (Logger) LoggerFactory.getLogger("org.keyline");
    private final StringBuilder text = new StringBuilder();

    private LogOfAll() {}

    static LogOfAll begin() {
        var log = new LogOfAll();
        log.setContext(log.logger.getLoggerContext());
        log.start();
        log.logger.addAppender(log);
        log.logger.setLevel(Level.TRACE);
        return log;
    }

    @Override
    protected synchronized void append(ILoggingEvent event) {
        text.append(event.getFormattedMessage()).append(' ').append(event.getKeyValuePairs());
        for (var cause = event.getThrowableProxy(); cause != null; cause = cause.getCause()) {
            text.append(' ').append(cause.getMessage());
        }
        text.append('\n');
    }

    synchronized String text() {
        return text.toString();
    }

    @Override
    public void close() {
        logger.detachAppender(this);
        logger.setLevel(null);
        stop();
    }
}
