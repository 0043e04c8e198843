package org.keyline.serviceability.supervisor;

import java.time.Clock;
import java.util.Optional;
import org.keyline.serviceability.supervisor.ServiceStatus.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One service with its state; its monitor keeps start and stop apart. */
final class Supervised {
    private static final Logger LOG = LoggerFactory.getLogger(Supervised.class);

    private final Service service;
    private final Clock clock;
    /** Whether somebody wants it to run now; what is stopped or closed stays so, whatever was scheduled before. */
    private boolean wanted;

    private volatile ServiceStatus status;

    Supervised(Service service, boolean activated, Clock clock) {
        this.service = service;
        this.clock = clock;
        this.status = new ServiceStatus(service.name(), State.STOPPED, activated, clock.instant(), 0, "");
    }

    String name() {
        return service.name();
    }

    ServiceStatus status() {
        return status;
    }

    /** Notes that it shall run from now on, and starts it. */
    synchronized Optional<Exception> activate() {
        activated(true);
        return start();
    }

    /** Stops it and notes that it shall not run. */
    synchronized void deactivate() {
        stop();
        activated(false);
    }

    private void activated(boolean activated) {
        status =
                new ServiceStatus(name(), status.state(), activated, status.since(), status.crashes(), status.reason());
    }

    /** Starts it if it is activated and not running; the failure if it cannot. */
    synchronized Optional<Exception> start() {
        wanted = status.activated();
        return startAgain();
    }

    /** Stops it, if it runs, and starts it, if it is activated; nobody comes in between. */
    synchronized Optional<Exception> restart() {
        if (!status.activated()) {
            return Optional.empty();
        }
        stop();
        return start();
    }

    /** Starts it unless it was stopped since, or runs. */
    synchronized Optional<Exception> startAgain() {
        if (!wanted || status.state() == State.RUNNING) {
            return Optional.empty();
        }
        become(State.STARTING);
        try {
            service.start();
            become(State.RUNNING);
            LOG.atInfo().addKeyValue("service", name()).log("Service started");
            return Optional.empty();
        } catch (Exception e) {
            if (!(e instanceof PortUnavailable)) { // its whole story is in the alarm that follows
                LOG.atError().addKeyValue("service", name()).setCause(e).log("Service could not start");
            }
            stopQuietly();
            failed(String.valueOf(e.getMessage()));
            return Optional.of(e);
        }
    }

    synchronized void stop() {
        wanted = false;
        if (status.state() == State.RUNNING) {
            become(State.STOPPING);
            stopQuietly();
            LOG.atInfo().addKeyValue("service", name()).log("Service stopped");
        }
        if (status.state() != State.STOPPED) {
            become(State.STOPPED);
        }
    }

    /** Takes note of a crash; false when it was not running anyway. */
    synchronized boolean crashed(String reason) {
        if (status.state() != State.RUNNING) {
            return false;
        }
        stopQuietly();
        failed(reason);
        return true;
    }

    private void stopQuietly() {
        try {
            service.stop();
        } catch (Exception e) {
            LOG.atWarn().addKeyValue("service", name()).setCause(e).log("Service did not stop cleanly");
        }
    }

    private void become(State state) {
        status = new ServiceStatus(
                name(), state, status.activated(), clock.instant(), status.crashes(), status.reason());
    }

    private void failed(String reason) {
        status = new ServiceStatus(
                name(), State.FAILED, status.activated(), clock.instant(), status.crashes() + 1, reason);
    }
}
