package org.keyline.tftp.protocol;

import java.time.Duration;

/**
 * What transfers may cost.
 *
 * @param transfers how many run at once; more are refused with error 0
 * @param perAddress how many of them for one address
 * @param timeout how long an ACK is awaited unless the peer asks for another time (2 to 4 s suit phones)
 * @param tries how often a packet is sent again before the peer is given up
 * @param longest how long a transfer may last in all
 */
public record TransferLimits(int transfers, int perAddress, Duration timeout, int tries, Duration longest) {
    /** Limits for a node with ten thousand phones. */
    public static final TransferLimits STANDARD =
            new TransferLimits(4_000, 256, Duration.ofSeconds(3), 5, Duration.ofMinutes(30));

    /** The same with another number of transfers at once. */
    public TransferLimits withTransfers(int most) {
        return new TransferLimits(most, Math.min(perAddress, most), timeout, tries, longest);
    }
}
