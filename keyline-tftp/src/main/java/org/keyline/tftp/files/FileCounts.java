package org.keyline.tftp.files;

import java.util.concurrent.atomic.LongAdder;

/**
 * What was made for phones since the start. Serving a file again makes nothing.
 *
 * @param signed files that were built and signed, encrypted ones among them
 * @param encrypted configuration files that were encrypted for their phone
 */
public record FileCounts(LongAdder signed, LongAdder encrypted) {
    /** Nothing was made yet. */
    FileCounts() {
        this(new LongAdder(), new LongAdder());
    }
}
