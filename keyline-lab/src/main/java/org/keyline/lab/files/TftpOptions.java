package org.keyline.lab.files;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The options a phone offers with its read request (RFC 2347); 0 leaves an option out.
 *
 * @param blockSize bytes in a block, 8…65464 (RFC 2348)
 * @param windowSize blocks before an acknowledgement, 1…65535 (RFC 7440)
 * @param timeoutSeconds the server's retransmission time, 1…255 (RFC 2349)
 * @param size whether to ask for the file's size (RFC 2349)
 */
public record TftpOptions(int blockSize, int windowSize, int timeoutSeconds, boolean size) {
    /** The request of a phone that knows RFC 1350 only. */
    public static final TftpOptions NONE = new TftpOptions(0, 0, 0, false);

    /** What most loads offer: large blocks and the size. */
    public static final TftpOptions USUAL = new TftpOptions(1468, 0, 0, true);

    /** The same with another block size. */
    public TftpOptions blocks(int bytes) {
        return new TftpOptions(bytes, windowSize, timeoutSeconds, size);
    }

    /** The same with a window. */
    public TftpOptions window(int blocks) {
        return new TftpOptions(blockSize, blocks, timeoutSeconds, size);
    }

    /** The same with a retransmission time. */
    public TftpOptions timeout(int seconds) {
        return new TftpOptions(blockSize, windowSize, seconds, size);
    }

    /** The options by their names on the wire, in the order they are sent. */
    Map<String, String> byName() {
        var options = new LinkedHashMap<String, String>();
        if (blockSize > 0) {
            options.put("blksize", Integer.toString(blockSize));
        }
        if (size) {
            options.put("tsize", "0");
        }
        if (timeoutSeconds > 0) {
            options.put("timeout", Integer.toString(timeoutSeconds));
        }
        if (windowSize > 0) {
            options.put("windowsize", Integer.toString(windowSize));
        }
        return options;
    }
}
