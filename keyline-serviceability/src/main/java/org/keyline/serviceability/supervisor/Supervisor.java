package org.keyline.serviceability.supervisor;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
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
    private final ScheduledExecutorService restarts = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("supervisor").daemon().factory());

    /** @param restartAfter how long after a crash a service restarts; 60 s unless the administrator says otherwise */
    public Supervisor(Clock clock, Alarms alarms, Duration restartAfter) {
        this.clock = clock;
        this.alarms = alarms;
        this.restartAfter = restartAfter;
    }

    /** Adds a service; it is activated but not yet started. */
    public synchronized void add(Service service) {
        var supervised = new Supervised(service, clock);
        if (services.putIfAbsent(service.name(), supervised) != null) {
            throw new IllegalArgumentException("A service of this name exists: " + service.name());
        }
        service.onCrash(reason -> restarts.execute(() -> crashed(supervised, reason)));
    }

    /** Starts every activated service in the order they were added; one that fails is tried again later. */
    public void startAll() {
        for (var service : all()) {
            attempt(service);
        }
    }

    /** Starts a stopped service; activates it. */
    public void start(String name) {
        var service = named(name);
        service.activate(true);
        attempt(service);
    }

    /** Stops a service; it stays stopped until it is started again. */
    public void stop(String name) {
        var service = named(name);
        service.activate(false);
        service.stop();
    }

    public void restart(String name) {
        stop(name);
        start(name);
    }

    /** The state of every service in start order. */
    public List<ServiceStatus> status() {
        return all().stream().map(Supervised::status).toList();
    }

    /** Stops everything in reverse order. */
    @Override
    public void close() {
        restarts.shutdownNow();
        var reversed = all().reversed();
        reversed.forEach(service -> service.activate(false));
        reversed.forEach(Supervised::stop);
    }

    private void attempt(Supervised service) {
        service.start().ifPresent(failure -> {
            alarms.raise(
                    AlarmCatalogue.SERVICE_NOT_STARTED,
                    Map.of(
                            "service", service.name(),
                            "reason", reason(failure),
                            "seconds", Long.toString(restartAfter.toSeconds())));
            againLater(service);
        });
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
            var _ = restarts.schedule(() -> attempt(service), restartAfter.toMillis(), TimeUnit.MILLISECONDS);
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
