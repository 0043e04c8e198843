package org.keyline.config.store;

import java.util.List;
import org.keyline.model.schema.Texts;

/**
 * Something the administrator should know after a change that was made.
 *
 * @param message catalogue key of the text
 * @param arguments for the text's places
 */
public record Notice(String kind, String key, String message, List<String> arguments) {
    public Notice {
        arguments = List.copyOf(arguments);
    }

    /** One whose text has no places. */
    public Notice(String kind, String key, String message) {
        this(kind, key, message, List.of());
    }

    /** The text, for example that of the spec's barge warning (PH-M01). */
    public String text(Texts texts) {
        return texts.message(message, arguments);
    }
}
