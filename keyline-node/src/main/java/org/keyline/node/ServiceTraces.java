package org.keyline.node;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keyline.config.snapshot.Parameters;
import org.slf4j.LoggerFactory;

/**
 * How much services note (spec LOG-11, CAPF-033): the service parameter Trace Level, which takes effect at once. What
 * is noted in detail goes to a file of the service in the directory of traces, which gives way to a new one at a
 * mebibyte.
 */
final class ServiceTraces implements AutoCloseable {
    private static final List<Traced> SERVICES =
            List.of(new Traced("capf", "org.keyline.capf"), new Traced("ctlProvider", "org.keyline.ctl.provider"));
    private static final String PATTERN = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level %logger{24} - %msg %kvp%n";
    private static final int QUEUE = 4_096;

    private final Path directory;
    private final Map<Traced, AsyncAppender> open = new HashMap<>();

    /** Traces below this directory. */
    ServiceTraces(Path directory) {
        this.directory = directory;
    }

    /**
     * A service whose trace level can be set.
     *
     * @param parameters its kind of parameters
     * @param logger the name of its loggers
     */
    private record Traced(String parameters, String logger) {
        private boolean isDetailed(Parameters now) {
            return now.text(parameters + ".traceLevel").equals("DETAILED");
        }

        private String name() {
            return parameters.equals("ctlProvider") ? "ctl-provider" : parameters;
        }
    }

    /** Goes by these parameters from now on. */
    synchronized void follow(Parameters now) {
        for (var service : SERVICES) {
            if (service.isDetailed(now) && !open.containsKey(service)) {
                open(service);
            } else if (!service.isDetailed(now)) {
                close(service);
            }
        }
    }

    private void open(Traced service) {
        if (LoggerFactory.getLogger(service.logger()) instanceof Logger logger) {
            var queue = queue(logger.getLoggerContext(), file(logger.getLoggerContext(), service.name()));
            open.put(service, queue);
            logger.addAppender(queue);
            logger.setLevel(Level.DEBUG);
        }
    }

    /** Nothing that serves waits for the disk: what it cannot take is left out. */
    private static AsyncAppender queue(LoggerContext context, RollingFileAppender<ILoggingEvent> file) {
        var queue = new AsyncAppender();
        queue.setContext(context);
        queue.setQueueSize(QUEUE);
        queue.setNeverBlock(true);
        queue.addAppender(file);
        queue.start();
        return queue;
    }

    private RollingFileAppender<ILoggingEvent> file(LoggerContext context, String name) {
        var path = directory.resolve(name).resolve(name + "-trace.log").toString();
        var lines = new PatternLayoutEncoder();
        lines.setContext(context);
        lines.setPattern(PATTERN);
        lines.start();
        var file = new RollingFileAppender<ILoggingEvent>();
        file.setContext(context);
        file.setFile(path);
        file.setEncoder(lines);
        var size = new SizeBasedTriggeringPolicy<ILoggingEvent>();
        size.setContext(context);
        size.setMaxFileSize(FileSize.valueOf("1MB"));
        size.start();
        file.setTriggeringPolicy(size);
        var former = new FixedWindowRollingPolicy();
        former.setContext(context);
        former.setParent(file);
        former.setFileNamePattern(path + ".%i");
        former.setMinIndex(1);
        former.setMaxIndex(1);
        former.start();
        file.setRollingPolicy(former);
        file.start();
        return file;
    }

    private void close(Traced service) {
        var queue = open.remove(service);
        if (queue != null && LoggerFactory.getLogger(service.logger()) instanceof Logger logger) {
            logger.setLevel(null);
            logger.detachAppender(queue);
            queue.stop();
        }
    }

    @Override
    public synchronized void close() {
        SERVICES.forEach(this::close);
    }
}
