package org.keyline.web.phone;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keyline.config.Configuration;
import org.keyline.processing.view.DeviceControl;
import org.keyline.web.phone.BulkProgress.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does something with thousands of phones, some at a time, on a thread of its own (spec CAPF-069, OV-36, PH-030,
 * PH-038). One runs at once; it can be paused, resumed and stopped between two portions. What a portion changed is on
 * the disk together with how far it is: after a restart it is paused, and goes on where it was.
 */
public final class BulkOperations {
    private static final Logger LOG = LoggerFactory.getLogger(BulkOperations.class);
    private static final int PORTION = 50;

    private final BulkJournal journal;
    private final BulkPortion portions;
    private @Nullable BulkTask task;

    /** Tells the newest operation from one that was stopped and still ends its portion. */
    private long newest;

    /** The operation whose thread is alive; 0 before the first. */
    private long atWork;

    public BulkOperations(Configuration configuration, DeviceControl devices) {
        journal = new BulkJournal(configuration.settings());
        portions = new BulkPortion(configuration, devices, journal);
        task = journal.read().orElse(null);
    }

    /** How far the newest one is. */
    public synchronized Optional<BulkProgress> progress() {
        return Optional.ofNullable(task).map(BulkTask::progress);
    }

    /** Who started the newest one; empty when there was none. */
    public synchronized Optional<String> startedBy() {
        return Optional.ofNullable(task).map(BulkTask::who);
    }

    /** Begins; false when another one is not over yet. */
    public synchronized boolean start(BulkOrder order, List<String> phones, String who) {
        if (task != null && !task.progress().isOver()) {
            return false;
        }
        var begun = new BulkTask(
                new BulkProgress(order, phones.size(), 0, 0, State.RUNNING, List.of()), List.copyOf(phones), who);
        journal.begin(begun);
        task = begun;
        newest++;
        work();
        return true;
    }

    private void work() {
        long number = newest;
        atWork = number;
        Thread.ofVirtual().name("bulk operation").start(() -> run(number));
    }

    /** Waits before the next portion. */
    public void pause() {
        become(State.RUNNING, State.PAUSED);
    }

    /** Goes on after a pause, also after one that a restart made. */
    public synchronized void resume() {
        become(State.PAUSED, State.RUNNING);
        if (task != null && task.progress().state() == State.RUNNING && (newest == 0 || atWork != newest)) {
            newest++;
            work();
        }
    }

    /** Ends before the next portion; what was done stays. */
    public void stop() {
        become(State.RUNNING, State.STOPPED);
        become(State.PAUSED, State.STOPPED);
    }

    /** A pause is not written down: it would overwrite the portion under way, and a restart pauses it anyway. */
    private synchronized void become(State from, State to) {
        if (task != null && task.progress().state() == from) {
            task = task.at(task.progress().in(to));
            if (task.progress().isOver()) {
                journal.save(task.progress());
            }
            notifyAll();
        }
    }

    private void run(long number) {
        try {
            var next = next(number);
            while (next.isPresent()) {
                var portion = next.get().portion(PORTION);
                arrived(number, portions.run(next.get(), portion));
                next = next(number);
            }
            end(number, State.FINISHED);
        } catch (RuntimeException failed) {
            LOG.atError().setCause(failed).log("A bulk operation ended early");
            end(number, State.STOPPED);
        }
    }

    /** The task when it goes on, after a pause perhaps; nothing when it is over or all its phones are. */
    private synchronized Optional<BulkTask> next(long number) {
        try {
            while (number == newest && task != null && task.progress().state() == State.PAUSED) {
                wait();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        return Optional.ofNullable(task)
                .filter(now -> number == newest && now.progress().state() == State.RUNNING)
                .filter(now -> !now.portion(1).isEmpty());
    }

    /** The portion is done; whether it goes on was perhaps changed meanwhile. */
    private synchronized void arrived(long number, BulkProgress done) {
        if (number == newest && task != null) {
            var state = task.progress().state();
            task = task.at(done.in(state));
            if (task.progress().isOver()) {
                journal.save(task.progress());
            }
        }
    }

    private synchronized void end(long number, State state) {
        if (number == newest) {
            become(State.RUNNING, state);
            become(State.PAUSED, state);
            atWork = 0;
        }
    }
}
