package org.keyline.web.keys;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.keyline.config.store.ConfigObject;
import org.keyline.web.form.EditedFields;

/**
 * Fields of a stored object that a page edits as they are written.
 *
 * @param object the object
 * @param names the fields
 */
public record StoredFields(ConfigObject object, List<String> names) implements EditedFields {
    public StoredFields {
        names = List.copyOf(names);
    }

    @Override
    public String stored(String name) {
        return object.text(name);
    }

    @Override
    public String shown(String name) {
        return stored(name);
    }

    /** What each is now. */
    public Map<String, String> values() {
        var values = new LinkedHashMap<String, String>();
        names.forEach(name -> values.put(name, stored(name)));
        return values;
    }
}
