package org.keyline.web.phone;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keyline.callcontrol.station.StationCommand.Reset;
import org.keyline.config.Configuration;
import org.keyline.config.certificates.PhoneCertificate;
import org.keyline.config.store.Author;
import org.keyline.config.store.Edit;
import org.keyline.config.store.SaveResult;
import org.keyline.model.device.DeviceName;
import org.keyline.model.schema.Form;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.Problem;
import org.keyline.model.schema.Value;
import org.keyline.processing.view.DeviceControl;
import org.keyline.web.phone.BulkProgress.Refusal;
import org.keyline.web.phone.BulkProgress.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives a certificate operation to thousands of phones, some at a time, on a thread of its own (spec CAPF-069, OV-36).
 * One runs at once; it can be paused, resumed and stopped between two portions. What a portion changed is on the disk.
 */
public final class BulkOperations {
    private static final Logger LOG = LoggerFactory.getLogger(BulkOperations.class);
    private static final int PORTION = 50;

    private final Configuration configuration;
    private final DeviceControl devices;
    private @Nullable BulkProgress progress;

    /** Tells the newest operation from one that was stopped and still ends its portion. */
    private long newest;

    public BulkOperations(Configuration configuration, DeviceControl devices) {
        this.configuration = configuration;
        this.devices = devices;
    }

    /** How far the newest one is. */
    public synchronized Optional<BulkProgress> progress() {
        return Optional.ofNullable(progress);
    }

    /** Begins; false when another one is not over yet. */
    public synchronized boolean start(BulkOrder order, List<String> phones, String who) {
        if (progress != null && !progress.isOver()) {
            return false;
        }
        var begun = new BulkProgress(order, phones.size(), 0, 0, State.RUNNING, List.of());
        progress = begun;
        long number = ++newest;
        Thread.ofVirtual().name("bulk certificate operation").start(() -> run(number, order, List.copyOf(phones), who));
        return true;
    }

    /** Waits before the next portion. */
    public void pause() {
        become(State.RUNNING, State.PAUSED);
    }

    /** Goes on after a pause. */
    public void resume() {
        become(State.PAUSED, State.RUNNING);
    }

    /** Ends before the next portion; what was done stays. */
    public void stop() {
        become(State.RUNNING, State.STOPPED);
        become(State.PAUSED, State.STOPPED);
    }

    private synchronized void become(State from, State to) {
        var now = progress;
        if (now != null && now.state() == from) {
            progress = new BulkProgress(now.order(), now.total(), now.done(), now.set(), to, now.refusals());
            notifyAll();
        }
    }

    private void run(long number, BulkOrder order, List<String> phones, String who) {
        try {
            var certified = order.needsCertificate() ? certified() : Set.<String>of();
            for (int at = 0; at < phones.size() && mayGoOn(number); at += PORTION) {
                var portion = phones.subList(at, Math.min(phones.size(), at + PORTION));
                count(number, portion.size(), portion(order, portion, certified, who));
            }
            end(number, State.FINISHED);
        } catch (RuntimeException failed) {
            LOG.atError().setCause(failed).log("A bulk certificate operation ended early");
            end(number, State.STOPPED);
        }
    }

    private synchronized void end(long number, State state) {
        if (number == newest) {
            become(State.RUNNING, state);
            become(State.PAUSED, state);
        }
    }

    private synchronized boolean mayGoOn(long number) {
        try {
            while (number == newest && progress != null && progress.state() == State.PAUSED) {
                wait();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return false;
        }
        return number == newest && progress != null && progress.state() == State.RUNNING;
    }

    private Set<String> certified() {
        return configuration.phoneCertificates().list().stream()
                .map(PhoneCertificate::device)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Does some phones; those that could not get it. */
    private List<Refusal> portion(BulkOrder order, List<String> phones, Set<String> certified, String who) {
        var refusals = new ArrayList<Refusal>();
        var left = new ArrayList<String>();
        for (var phone : phones) {
            if (order.needsCertificate() && !certified.contains(phone)) {
                refusals.add(new Refusal(phone, "problem.noCertificate", "", List.of()));
            } else {
                left.add(phone);
            }
        }
        save(order, left, who, refusals);
        return refusals;
    }

    /** All of them in one transaction; where some are wrong, the others once more without them. */
    private void save(BulkOrder order, List<String> phones, String who, List<Refusal> refusals) {
        var author = Author.administrator(who);
        var left = phones;
        while (!left.isEmpty()) {
            var edits = left.stream().map(phone -> edit(order, phone)).toList();
            switch (configuration.store().apply(edits, author)) {
                case SaveResult.Saved _ -> {
                    reset(order, left);
                    return;
                }
                case SaveResult.Invalid(var problems) -> left = without(left, problems, refusals);
            }
        }
    }

    private static List<String> without(List<String> phones, List<Problem> problems, List<Refusal> refusals) {
        var wrong = new LinkedHashMap<String, Problem>();
        problems.forEach(problem -> wrong.putIfAbsent(problem.key(), problem));
        var left = phones.stream().filter(phone -> !wrong.containsKey(phone)).toList();
        if (left.size() == phones.size()) {
            throw new IllegalStateException("A change was refused for no phone in it");
        }
        wrong.forEach((phone, problem) ->
                refusals.add(new Refusal(phone, problem.message(), problem.value(), problem.arguments())));
        return left;
    }

    private static Edit edit(BulkOrder order, String phone) {
        var form = Form.read(Kinds.PHONE, phone, order.texts());
        var values = new LinkedHashMap<>(form.values());
        if (order.needsStrings()) {
            values.put("authenticationString", Value.of(AuthenticationStrings.generate()));
        }
        return new Edit.Change(Kinds.PHONE, phone, values, new HashSet<>(form.cleared()));
    }

    private void reset(BulkOrder order, List<String> phones) {
        if (order.reset()) {
            phones.forEach(phone -> devices.reset(new DeviceName(phone), Reset.Kind.RESET));
        }
    }

    private synchronized void count(long number, int phones, List<Refusal> refusals) {
        var now = progress;
        if (now != null && number == newest) {
            var all = new ArrayList<>(now.refusals());
            refusals.stream().limit(BulkProgress.SHOWN - (long) all.size()).forEach(all::add);
            progress = new BulkProgress(
                    now.order(),
                    now.total(),
                    now.done() + phones,
                    now.set() + phones - refusals.size(),
                    now.state(),
                    all);
        }
    }
}
