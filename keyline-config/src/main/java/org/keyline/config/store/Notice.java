package org.keyline.config.store;

import java.util.List;
import org.keyline.model.schema.Texts;

/** Something the administrator should know after a change that was made. */
public record Notice(String kind, String key, String message) {
    /** The text, for example that of the spec's barge warning (PH-M01). */
    public String text(Texts texts) {
        return texts.message(message, List.of());
    }
}
