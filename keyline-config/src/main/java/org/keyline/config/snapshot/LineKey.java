package org.keyline.config.snapshot;

import org.keyline.model.dial.DirectoryNumber;
import org.keyline.model.dial.Partition;

/** The key of a line, {@code number} or {@code number@partition}, taken apart. */
record LineKey(DirectoryNumber number, String partition) {
    static LineKey of(String key) {
        int at = key.indexOf('@');
        return at < 0
                ? new LineKey(new DirectoryNumber(key), Partition.NONE)
                : new LineKey(new DirectoryNumber(key.substring(0, at)), key.substring(at + 1));
    }
}
