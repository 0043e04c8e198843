package org.keyline.config.database;

import java.util.Locale;
import org.keyline.model.schema.Field;
import org.keyline.model.schema.FieldType;
import org.keyline.model.schema.ObjectKind;

/** How kinds and fields are called in the database. */
public final class Names {
    /** The column of an object's key. */
    public static final String KEY = "object_key";

    /** The column of a list's table that names the object the list belongs to. */
    public static final String OWNER = "owner_key";

    /** The column of a list's table with the position from 0. */
    public static final String POSITION = "list_position";

    /** The column of a list of references. */
    public static final String TARGET = "target";

    private Names() {}

    /** A name in SQL; names come from the descriptions only. */
    public static String quoted(String name) {
        return '"' + name + '"';
    }

    /** The column of a field: {@code busyTrigger} is {@code busy_trigger}. */
    public static String column(Field field) {
        return snake(field.name());
    }

    /** The table of a list field. */
    public static String child(ObjectKind kind, Field field) {
        return kind.table() + "_" + snake(field.name());
    }

    /** Whether the field is kept in a table of its own. */
    public static boolean isList(Field field) {
        return field.type() instanceof FieldType.References || field.type() instanceof FieldType.Rows;
    }

    private static String snake(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
