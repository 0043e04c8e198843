package org.keyline.web.form;

import java.util.List;

/** The fields of an object that a page lets somebody change. */
public interface EditedFields {
    /** Their names. */
    List<String> names();

    /** The stored value of a field as the page takes it again. */
    String stored(String name);

    /** The stored value of a field as the page calls it. */
    String shown(String name);
}
