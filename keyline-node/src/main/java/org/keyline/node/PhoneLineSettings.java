package org.keyline.node;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.keyline.config.setup.LineForwarding;
import org.keyline.config.setup.LineMessages;
import org.keyline.config.setup.PhoneWishes;
import org.keyline.config.store.Author;
import org.keyline.config.store.ConfigStore;
import org.keyline.config.store.SaveResult;
import org.keyline.model.device.DeviceName;
import org.keyline.model.dial.DirectoryNumber;
import org.keyline.model.schema.Texts;
import org.keyline.processing.LineSettings;
import org.keyline.serviceability.alarm.AlarmCatalogue;
import org.keyline.serviceability.alarm.Alarms;

/**
 * Writes what users set at their phones into the configuration, in the order in which they did. The phones hear of it
 * when it is stored, from the configuration that follows.
 */
final class PhoneLineSettings implements LineSettings, AutoCloseable {
    /** More than users press while one change is written. */
    private static final int MOST_WAITING = 10_000;

    /** What concerns the whole phone. */
    private static final String ALL_LINES = "-";

    private final ConfigStore store;
    private final Alarms alarms;
    private final ThreadPoolExecutor writer = new ThreadPoolExecutor(
            0,
            1,
            10,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            Thread.ofPlatform().daemon().name("line-settings").factory());

    PhoneLineSettings(ConfigStore store, Alarms alarms) {
        this.store = store;
        this.alarms = alarms;
    }

    @Override
    public void forwardAll(DirectoryNumber number, String partition, Optional<String> to, DeviceName by) {
        write(number.digits(), by, author -> LineForwarding.forwardAll(store, number, partition, to, author));
    }

    @Override
    public void messagesWaiting(DirectoryNumber number, String partition, boolean waiting, DeviceName by) {
        write(number.digits(), by, author -> LineMessages.waiting(store, number, partition, waiting, author));
    }

    @Override
    public void doNotDisturb(DeviceName phone, boolean active) {
        write(ALL_LINES, phone, author -> PhoneWishes.doNotDisturb(store, phone, active, author));
    }

    @Override
    public void privacy(DeviceName phone, boolean active) {
        write(ALL_LINES, phone, author -> PhoneWishes.privacy(store, phone, active, author));
    }

    @Override
    public void huntGroups(DeviceName phone, boolean loggedIn) {
        write(ALL_LINES, phone, author -> PhoneWishes.huntGroups(store, phone, loggedIn, author));
    }

    private void write(String line, DeviceName by, Function<Author, SaveResult> change) {
        try {
            writer.execute(() -> writeNow(line, by, change));
        } catch (RejectedExecutionException full) {
            failed(line, by, "too many changes are waiting to be written.");
        }
    }

    private void writeNow(String line, DeviceName by, Function<Author, SaveResult> change) {
        try {
            if (change.apply(Author.system("Phone " + by.text())) instanceof SaveResult.Invalid(var problems)) {
                var texts = Texts.in(Locale.ENGLISH);
                failed(
                        line,
                        by,
                        problems.stream()
                                .map(problem -> problem.sentence(texts))
                                .collect(Collectors.joining(" ")));
            }
        } catch (RuntimeException trouble) {
            failed(line, by, String.valueOf(trouble.getMessage()));
        }
    }

    private void failed(String line, DeviceName by, String reason) {
        alarms.raise(
                AlarmCatalogue.LINE_SETTING_NOT_SAVED, Map.of("device", by.text(), "line", line, "reason", reason));
    }

    /** Writes what is waiting. */
    @Override
    public void close() {
        writer.close();
    }
}
