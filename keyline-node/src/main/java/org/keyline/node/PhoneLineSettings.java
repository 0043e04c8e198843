package org.keyline.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.keyline.config.store.Author;
import org.keyline.config.store.ConfigObject;
import org.keyline.config.store.ConfigStore;
import org.keyline.config.store.Edit;
import org.keyline.config.store.SaveResult;
import org.keyline.model.device.DeviceName;
import org.keyline.model.dial.DirectoryNumber;
import org.keyline.model.dial.ForwardReason;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.Texts;
import org.keyline.model.schema.Value;
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
        try {
            writer.execute(() -> write(number, partition, to, by));
        } catch (RejectedExecutionException full) {
            failed(number, by, "too many changes are waiting to be written.");
        }
    }

    private void write(DirectoryNumber number, String partition, Optional<String> to, DeviceName by) {
        var key = Kinds.LINE.keyOf(Map.of("number", Value.of(number.digits()), "partition", Value.of(partition)));
        try {
            if (store.applyComputed(handle -> forward(handle, key, to), Author.system("Phone " + by.text()))
                    instanceof SaveResult.Invalid(var problems)) {
                var texts = Texts.in(Locale.ENGLISH);
                failed(
                        number,
                        by,
                        problems.stream()
                                .map(problem -> problem.sentence(texts))
                                .collect(Collectors.joining(" ")));
            }
        } catch (RuntimeException trouble) {
            failed(number, by, String.valueOf(trouble.getMessage()));
        }
    }

    /** Nothing to change where the line was deleted meanwhile. */
    private static List<Edit> forward(Handle handle, String key, Optional<String> to) {
        return ConfigStore.find(handle, Kinds.LINE, key)
                .map(line -> List.<Edit>of(
                        new Edit.Change(Kinds.LINE, key, Map.of("forwards", forwards(line, to)), Set.of())))
                .orElse(List.of());
    }

    private static Value forwards(ConfigObject line, Optional<String> to) {
        var rows = new ArrayList<Value.Row>();
        to.ifPresent(number ->
                rows.add(new Value.Row(Map.of("when", Value.of(ForwardReason.ALL.name()), "to", Value.of(number)))));
        line.rows("forwards").stream().filter(row -> !isForAll(row)).forEach(rows::add);
        return new Value.Rows(rows);
    }

    private static boolean isForAll(Value.Row row) {
        return Value.of(ForwardReason.ALL.name()).equals(row.values().get("when"));
    }

    private void failed(DirectoryNumber number, DeviceName by, String reason) {
        alarms.raise(
                AlarmCatalogue.LINE_SETTING_NOT_SAVED,
                Map.of("device", by.text(), "line", number.digits(), "reason", reason));
    }

    /** Writes what is waiting. */
    @Override
    public void close() {
        writer.close();
    }
}
