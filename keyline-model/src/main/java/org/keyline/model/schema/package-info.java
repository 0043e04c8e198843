/**
 * Each kind of configuration object described once, as data: its fields with type, range, default, who may change them
 * and what has to be reset or restarted after. The database mapping, validation, import and export, and every form read
 * {@link org.keyline.model.schema.Kinds}; labels and help stand in the message catalogues beside it, in English and
 * Japanese. A new field is one line in {@code Kinds} and its texts.
 */
@NullMarked
package org.keyline.model.schema;

import org.jspecify.annotations.NullMarked;
