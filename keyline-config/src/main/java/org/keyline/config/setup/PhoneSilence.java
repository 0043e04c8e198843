package org.keyline.config.setup;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keyline.config.store.Author;
import org.keyline.config.store.ConfigStore;
import org.keyline.config.store.Edit;
import org.keyline.config.store.SaveResult;
import org.keyline.model.device.DeviceName;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.Value;

/** That a user wants no disturbance, set at the phone, as a change of the configuration. */
public final class PhoneSilence {
    private PhoneSilence() {}

    /** The user of a phone wants peace, or no longer. Nothing changes where the phone was deleted meanwhile. */
    public static SaveResult doNotDisturb(ConfigStore store, DeviceName phone, boolean active, Author author) {
        var key = phone.text();
        return store.applyComputed(
                handle -> ConfigStore.find(handle, Kinds.PHONE, key)
                        .map(_ -> change(key, active))
                        .orElse(List.of()),
                author);
    }

    private static List<Edit> change(String key, boolean active) {
        return List.of(new Edit.Change(Kinds.PHONE, key, Map.of("doNotDisturb", Value.of(active)), Set.of()));
    }
}
