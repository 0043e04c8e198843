package org.keyline.web.phone;

import java.util.List;
import java.util.Optional;
import org.keyline.config.accounts.Settings;
import org.keyline.web.phone.BulkProgress.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The newest bulk operation in the database: the phones once, the progress with every portion, in the same transaction
 * as what the portion changes. So nothing is done twice after a restart.
 */
record BulkJournal(Settings settings) {
    private static final Logger LOG = LoggerFactory.getLogger(BulkJournal.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PHONES = "bulk.phones";
    private static final String PROGRESS = "bulk.progress";

    /** Who started it, and for whom. */
    private record Begun(String who, List<String> phones) {}

    /** Notes that a task begins. */
    void begin(BulkTask task) {
        settings.remove(PROGRESS);
        settings.put(PHONES, JSON.writeValueAsString(new Begun(task.who(), task.phones())));
        save(task.progress());
    }

    /** Notes how far it is. */
    void save(BulkProgress progress) {
        settings.put(PROGRESS, text(progress));
    }

    /** The progress as a setting, to be stored together with what it tells of. */
    Settings.Setting setting(BulkProgress progress) {
        return new Settings.Setting(PROGRESS, text(progress));
    }

    private static String text(BulkProgress progress) {
        return JSON.writeValueAsString(progress);
    }

    /** The newest task; one that a restart interrupted is paused. */
    Optional<BulkTask> read() {
        try {
            return settings.get(PROGRESS)
                    .map(text -> JSON.readValue(text, BulkProgress.class))
                    .flatMap(progress -> settings.get(PHONES)
                            .map(text -> JSON.readValue(text, Begun.class))
                            .map(begun -> new BulkTask(interrupted(progress), begun.phones(), begun.who())));
        } catch (JacksonException unreadable) {
            LOG.atWarn()
                    .addKeyValue("reason", unreadable.getOriginalMessage())
                    .log("The newest bulk operation cannot be read");
            return Optional.empty();
        }
    }

    private static BulkProgress interrupted(BulkProgress progress) {
        return progress.isOver() ? progress : progress.in(State.PAUSED);
    }
}
