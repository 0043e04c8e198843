package org.keyline.web.object;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyline.config.store.ConfigObject;
import org.keyline.model.schema.Field;
import org.keyline.model.schema.Texts;

/**
 * An object in a list of its kind.
 *
 * @param key its key; what stands for an empty one is the page's affair
 * @param query the key as part of an address
 * @param cells the values of the columns beside the key
 */
public record ObjectRow(String key, String query, List<String> cells) {
    private static final int COLUMNS = 5;

    public ObjectRow {
        cells = List.copyOf(cells);
    }

    /** The fields that a list shows beside the key. */
    public static List<Field> columns(Iterable<Field> fields) {
        var columns = new ArrayList<Field>();
        for (var field : fields) {
            if (!field.key() && !field.secret() && columns.size() < COLUMNS) {
                columns.add(field);
            }
        }
        return columns;
    }

    /** The row of an object. */
    public static ObjectRow of(ConfigObject object, List<Field> columns, Texts texts) {
        var fields = new ObjectFields(object.kind(), Optional.of(object), texts, _ -> List.of());
        return new ObjectRow(
                object.key(),
                URLEncoder.encode(object.key(), StandardCharsets.UTF_8),
                columns.stream().map(field -> fields.shown(field.name())).toList());
    }
}
