package org.keyline.sccp.codec.field;

import io.netty.buffer.Unpooled;
import org.keyline.sccp.codec.wire.Bytes;
import org.keyline.sccp.codec.wire.Dialect;
import org.keyline.sccp.codec.wire.TextCoding;

/**
 * Text for a phone's display, plain characters and labels mixed: {@code DisplayText.label(Label.FROM).plus("1003")} is
 * three bytes shorter than the phrase and appears in the language of whoever reads it.
 *
 * @param value the text; a label is two characters in it ({@link Label#code()})
 */
public record DisplayText(String value) {
    /** Nothing to show. */
    public static final DisplayText EMPTY = new DisplayText("");

    /** Plain text. */
    public static DisplayText of(String text) {
        return text.isEmpty() ? EMPTY : new DisplayText(text);
    }

    /** One label. */
    public static DisplayText label(Label label) {
        return new DisplayText(label.code());
    }

    /** This followed by plain text. */
    public DisplayText plus(String text) {
        return new DisplayText(value + text);
    }

    /** This followed by a label. */
    public DisplayText plus(Label label) {
        return new DisplayText(value + label.code());
    }

    /** Whether there is nothing to show. */
    public boolean isEmpty() {
        return value.isEmpty();
    }

    /** The bytes on the wire without a NUL, cut before the first character or label that exceeds the limit. */
    public Bytes encode(Dialect dialect, int limit) {
        var buffer = Unpooled.buffer(Math.min(limit, value.length() * 4));
        int length = TextCoding.write(buffer, value, limit, dialect.utf8());
        var content = new byte[length];
        buffer.readBytes(content);
        return Bytes.of(content);
    }

    /** The text with each label replaced by its English meaning, for logs and diagrams. */
    public String readable() {
        var text = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            var label =
                    i + 1 < value.length() ? Label.of(value.substring(i, i + 2)) : java.util.Optional.<Label>empty();
            if (label.isPresent()) {
                text.append(text.isEmpty() ? "" : " ").append(label.get().meaning());
                i++;
            } else {
                boolean afterLabel =
                        i >= 2 && Label.of(value.substring(i - 2, i)).isPresent();
                text.append(afterLabel ? " " : "").append(value.charAt(i));
            }
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return readable();
    }
}
