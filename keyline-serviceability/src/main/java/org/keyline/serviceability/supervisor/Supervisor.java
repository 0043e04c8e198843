package org.keyline.serviceability.supervisor;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.keyline.serviceability.alarm.AlarmCatalogue;
import org.keyline.serviceability.alarm.Alarms;

/**
 * Runs a node's services: starts them in order, stops them in reverse, and starts one again some time after it crashed
 * or could not start. A crash of one leaves the others running.
 */
public final class Supervisor implements AutoCloseable {
    private final Clock clock;
    private final Alarms alarms;
    private final Duration restartAfter;
    private final Map<String, Supervised> services = new LinkedHashMap<>();
    private final Map<Supervised, Future<?>> attempts = new ConcurrentHashMap<>();
    private final ScheduledExecutorService restarts = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("supervisor").daemon().factory());

    /** @param restartAfter how long after a crash a service restarts; 60 s unless the administrator says otherwise */
    public Supervisor(Clock clock, Alarms alarms, Duration restartAfter) {
        this.clock = clock;
        this.alarms = alarms;
        this.restartAfter = restartAfter;
    }

    /** Adds a service; it is activated but not yet started. */
    public void add(Service service) {
        add(service, true);
    }

    /** Adds a service that is not yet started, and never will be unless it is or becomes activated. */
    public synchronized void add(Service service, boolean activated) {
        var supervised = new Supervised(service, activated, clock);
        if (services.putIfAbsent(service.name(), supervised) != null) {
            throw new IllegalArgumentException("A service of this name exists: " + service.name());
        }
        service.onCrash(reason -> restarts.execute(() -> crashed(supervised, reason)));
    }

    /** Starts every activated service in the order they were added; one that fails is tried again later. */
    public void startAll() {
        for (var service : all()) {
            told(service, service.start());
        }
    }

    /** Has a service run, now and from now on; why it could not start, if it could not: it is tried again later. */
    public Optional<String> activate(String name) {
        var service = named(name);
        return told(service, service.activate());
    }

    /** Stops a service; nothing starts it until it is activated again. */
    public void deactivate(String name) {
        named(name).deactivate();
    }

    /**
     * Starts a stopped service, if it is activated; why it could not start, if it could not: it is tried again later.
     */
    public Optional<String> start(String name) {
        var service = named(name);
        return told(service, service.start());
    }

    /** Stops a service; it stays stopped until somebody starts it, or the node starts again. */
    public void stop(String name) {
        named(name).stop();
    }

    /** Stops and starts a service, if it is activated; why it could not start, if it could not. */
    public Optional<String> restart(String name) {
        var service = named(name);
        return told(service, service.restart());
    }

    /** The state of a service. */
    public ServiceStatus status(String name) {
        return named(name).status();
    }

    /** The state of every service in start order. */
    public List<ServiceStatus> status() {
        return all().stream().map(Supervised::status).toList();
    }

    /** Stops everything in reverse order. */
    @Override
    public void close() {
        restarts.shutdownNow();
        all().reversed().forEach(Supervised::stop);
    }

    /** Tells of a failed start and tries again later. */
    private Optional<String> told(Supervised service, Optional<Exception> failed) {
        failed.ifPresent(failure -> {
            alarms.raise(
                    AlarmCatalogue.SERVICE_NOT_STARTED,
                    Map.of(
                            "service", service.name(),
                            "reason", reason(failure),
                            "seconds", Long.toString(restartAfter.toSeconds())));
            againLater(service);
        });
        return failed.map(Supervisor::reason);
    }

    private void crashed(Supervised service, Throwable failure) {
        if (service.crashed(reason(failure))) {
            alarms.raise(
                    AlarmCatalogue.SERVICE_CRASHED,
                    Map.of(
                            "service", service.name(),
                            "count", Integer.toString(service.status().crashes()),
                            "reason", reason(failure),
                            "seconds", Long.toString(restartAfter.toSeconds())));
            againLater(service);
        }
    }

    private void againLater(Supervised service) {
        if (!restarts.isShutdown()) {
            var next = restarts.schedule(
                    () -> told(service, service.startAgain()), restartAfter.toMillis(), TimeUnit.MILLISECONDS);
            Optional.ofNullable(attempts.put(service, next)).ifPresent(former -> former.cancel(false));
        }
    }

    private synchronized List<Supervised> all() {
        return new ArrayList<>(services.values());
    }

    private synchronized Supervised named(String name) {
        return Optional.ofNullable(services.get(name))
                .orElseThrow(() -> new IllegalArgumentException("No such service: " + name));
    }

    private static String reason(Throwable failure) {
        return Optional.ofNullable(failure.getMessage())
                .orElse(failure.getClass().getSimpleName());
    }
}
