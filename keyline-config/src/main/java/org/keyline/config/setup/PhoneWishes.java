package org.keyline.config.setup;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keyline.config.store.Author;
import org.keyline.config.store.ConfigStore;
import org.keyline.config.store.Edit;
import org.keyline.config.store.SaveResult;
import org.keyline.model.device.DeviceName;
import org.keyline.model.device.PrivacySetting;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.Value;

/** What users set at their phones for the phone itself, as a change of the configuration. */
public final class PhoneWishes {
    private PhoneWishes() {}

    /** The user of a phone wants peace, or no longer. Nothing changes where the phone was deleted meanwhile. */
    public static SaveResult doNotDisturb(ConfigStore store, DeviceName phone, boolean active, Author author) {
        return set(store, phone, "doNotDisturb", Value.of(active), author);
    }

    /** The user of a phone wants privacy, or no longer. Nothing changes where the phone was deleted meanwhile. */
    public static SaveResult privacy(ConfigStore store, DeviceName phone, boolean active, Author author) {
        var wanted = active ? PrivacySetting.ON : PrivacySetting.OFF;
        return set(store, phone, "privacy", Value.of(wanted.name()), author);
    }

    /** Calls that are hunted ring at a phone, or no longer. Nothing changes where the phone was deleted meanwhile. */
    public static SaveResult huntGroups(ConfigStore store, DeviceName phone, boolean loggedIn, Author author) {
        return set(store, phone, "loggedIntoHuntGroups", Value.of(loggedIn), author);
    }

    private static SaveResult set(ConfigStore store, DeviceName phone, String field, Value value, Author author) {
        var key = phone.text();
        return store.applyComputed(
                handle -> ConfigStore.find(handle, Kinds.PHONE, key)
                        .map(_ -> List.<Edit>of(new Edit.Change(Kinds.PHONE, key, Map.of(field, value), Set.of())))
                        .orElse(List.of()),
                author);
    }
}
