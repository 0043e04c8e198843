package org.keyline.tftp.protocol;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a transfer is done with, after negotiation.
 *
 * @param blockSize octets in each DATA but the last, 8 to 65464 (RFC 2348); 512 unless asked
 * @param windowSize DATA packets sent before an ACK is awaited (RFC 7440), at most {@value #MAX_WINDOW}; 1 unless asked
 * @param timeout how long to wait for an ACK (RFC 2349)
 * @param accepted what the OACK says: only options the peer offered; empty means no OACK
 */
public record TransferOptions(int blockSize, int windowSize, Duration timeout, Map<String, String> accepted) {
    /** Larger windows are answered with this: it is enough for any phone and bounds what a lost ACK costs. */
    public static final int MAX_WINDOW = 64;

    private static final int DEFAULT_BLOCK_SIZE = 512;

    public TransferOptions {
        accepted = new LinkedHashMap<>(accepted);
    }

    /**
     * Decides on the options of a request; unknown ones are left out of the answer.
     *
     * @param offered by name in lower case
     * @param length octets of the file, for {@code tsize}
     * @param timeout what holds unless the peer asks for another
     */
    public static TransferOptions negotiate(Map<String, String> offered, int length, Duration timeout)
            throws OptionRefused {
        var accepted = new LinkedHashMap<String, String>();
        var blockSize = number(offered, "blksize", 8, 65_464);
        var windowSize = number(offered, "windowsize", 1, 65_535).map(asked -> Math.min(asked, MAX_WINDOW));
        var seconds = number(offered, "timeout", 1, 255);
        var size = number(offered, "tsize", 0, Integer.MAX_VALUE);
        blockSize.ifPresent(value -> accepted.put("blksize", value.toString()));
        windowSize.ifPresent(value -> accepted.put("windowsize", value.toString()));
        seconds.ifPresent(value -> accepted.put("timeout", value.toString()));
        size.ifPresent(_ -> accepted.put("tsize", Integer.toString(length)));
        return new TransferOptions(
                blockSize.orElse(DEFAULT_BLOCK_SIZE),
                windowSize.orElse(1),
                seconds.map(value -> Duration.ofSeconds(value)).orElse(timeout),
                accepted);
    }

    private static Optional<Integer> number(Map<String, String> offered, String name, int least, int most)
            throws OptionRefused {
        var text = offered.get(name);
        if (text == null) {
            return Optional.empty();
        }
        if (!text.matches("[0-9]{1,10}")) {
            throw new OptionRefused(name);
        }
        var value = Long.parseLong(text);
        if (value < least || value > most) {
            throw new OptionRefused(name);
        }
        return Optional.of((int) value);
    }
}
