package org.keyline.node;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.keyline.config.Configuration;
import org.keyline.config.setup.PhoneAdoption;
import org.keyline.config.store.Author;
import org.keyline.config.store.SaveResult;
import org.keyline.model.device.DeviceName;
import org.keyline.model.device.PhoneModel;
import org.keyline.model.device.PhoneModels;
import org.keyline.model.dial.NumberRange;
import org.keyline.model.schema.Texts;
import org.keyline.model.schema.Value;
import org.keyline.serviceability.alarm.AlarmCatalogue;
import org.keyline.serviceability.alarm.Alarms;
import org.keyline.serviceability.waiting.WaitingPhones;
import org.keyline.serviceability.waiting.WaitingPhones.WaitingPhone;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives an unknown phone that asks to register the lowest free number of the node's range, where the administrator
 * allows that and the cluster is non-secure (spec CTL3-55, CTL3-58). The phone is still turned away then; it looks for
 * its files again, finds those of its own, and registers by them.
 */
final class AutoRegistration implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AutoRegistration.class);
    private static final Author AUTHOR = Author.system("Auto-registration");
    private static final int MOST_WAITING = 1_000;

    private final String node;
    private final Configuration configuration;
    private final Alarms alarms;
    private final ThreadPoolExecutor worker = new ThreadPoolExecutor(
            0,
            1,
            10,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            Thread.ofPlatform().daemon().name("auto-registration").factory(),
            new DiscardPolicy());

    private AutoRegistration(String node, Configuration configuration, Alarms alarms) {
        this.node = node;
        this.configuration = configuration;
        this.alarms = alarms;
    }

    /** Listens from now on to who knocks. A phone that finds too many before it knocks again anyway. */
    static AutoRegistration begin(String node, Configuration configuration, WaitingPhones waiting, Alarms alarms) {
        var registration = new AutoRegistration(node, configuration, alarms);
        waiting.onKnock(registration::knocked);
        return registration;
    }

    private void knocked(WaitingPhone phone) {
        if (range().isPresent() && phone.deviceType() != 0) {
            worker.execute(() -> register(phone));
        }
    }

    private Optional<NumberRange> range() {
        return configuration.snapshots().current().autoRegistration(node);
    }

    private void register(WaitingPhone phone) {
        var range = range();
        if (range.isEmpty() || isConfigured(phone)) {
            return;
        }
        var model = PhoneModels.byDeviceType(phone.deviceType());
        if (model.isEmpty()) {
            failed(phone, "its device type " + phone.deviceType() + " is unknown.");
            return;
        }
        range.get()
                .firstFree(taken()::contains)
                .ifPresentOrElse(
                        number -> adopt(phone, model.get(), number),
                        () -> failed(
                                phone,
                                "all numbers from " + range.get().first() + " to "
                                        + range.get().last() + " are taken."));
    }

    private boolean isConfigured(WaitingPhone phone) {
        return configuration
                .snapshots()
                .current()
                .phone(new DeviceName(phone.device()))
                .isPresent();
    }

    private Set<String> taken() {
        return configuration.snapshots().current().lines().stream()
                .map(line -> line.number().digits())
                .collect(Collectors.toSet());
    }

    private void adopt(WaitingPhone phone, PhoneModel model, String number) {
        var request = new PhoneAdoption.Request(
                phone.device(), model.name(), number, "", Map.of("description", Value.of("Auto " + number)));
        switch (PhoneAdoption.adoptAlone(configuration.store(), request, AUTHOR)) {
            case SaveResult.Saved _ ->
                LOG.atInfo()
                        .addKeyValue("device", phone.device())
                        .addKeyValue("number", number)
                        .log("Phone registers itself");
            case SaveResult.Invalid(var problems) -> {
                var texts = Texts.in(Locale.ENGLISH);
                failed(
                        phone,
                        problems.stream()
                                .map(problem -> problem.sentence(texts))
                                .collect(Collectors.joining(" ")));
            }
        }
    }

    private void failed(WaitingPhone phone, String reason) {
        alarms.raise(
                AlarmCatalogue.AUTO_REGISTRATION_FAILED,
                Map.of("device", phone.device(), "node", node, "reason", reason));
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
