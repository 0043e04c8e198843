package org.keyline.model.schema;

import org.keyline.model.schema.FieldType.Text;

/** Forms of text that fields of several kinds take. */
final class TextTypes {
    static final Text NAME =
            Text.of(1, 50, "[\\p{L}\\p{N}]([\\p{L}\\p{N} _.()&/-]*[\\p{L}\\p{N}_.()&/-])?", "problem.name");
    static final Text HOST = Text.of(1, 50, "[A-Za-z0-9]([A-Za-z0-9.:-]*[A-Za-z0-9])?", "problem.host");
    static final Text DIGITS = Text.of(1, 25, "\\+?[0-9*#A-D]{1,24}", "problem.digits");
    static final Text DEVICE_NAME = Text.of(1, 15, "[A-Za-z0-9_.-]*", "problem.deviceName");
    static final Text DESCRIPTION = Text.upTo(128);
    static final Text LABEL = Text.upTo(30);

    /** As the trust room writes hashes of passwords: scheme, iterations, salt and hash. */
    static final Text SLOW_HASH =
            Text.of(1, 200, "\\$[a-z0-9-]+\\$[0-9]{1,8}\\$[A-Za-z0-9+/=]+\\$[A-Za-z0-9+/=]+", "problem.hash");

    private TextTypes() {}
}
