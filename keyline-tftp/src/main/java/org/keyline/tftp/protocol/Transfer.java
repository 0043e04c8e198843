package org.keyline.tftp.protocol;

/**
 * One file on its way to one peer: decides which blocks to send next. Knows no socket and no clock; belongs to one
 * thread. Blocks are counted from 1 without wrapping; only the wire's numbers wrap from 65535 to 0.
 */
final class Transfer {
    private final int length;
    private final TransferOptions options;
    private final int tries;
    private boolean optionsOffered;
    private long acknowledged;
    private long sent;
    private int silent;
    private boolean resent;

    /** What the owner shall do next. */
    sealed interface Step {
        /** Send the OACK. */
        record SendOptions() implements Step {}

        /** Send these blocks, both included. */
        record SendBlocks(long first, long last) implements Step {}

        /** Do nothing: the packet was old or not meant. */
        record Wait() implements Step {}

        /** Everything was acknowledged. */
        record Finished() implements Step {}

        /** The peer has been silent too long. */
        record GaveUp() implements Step {}
    }

    /**
     * Begins a transfer.
     *
     * @param length octets of the file
     * @param tries how often something is sent again before the peer is given up
     */
    Transfer(int length, TransferOptions options, int tries) {
        this.length = length;
        this.options = options;
        this.tries = tries;
    }

    /** The first packet: an OACK when options were accepted, else the first block. */
    Step start() {
        optionsOffered = !options.accepted().isEmpty();
        return optionsOffered ? new Step.SendOptions() : sendWindow();
    }

    /** The peer acknowledges the block with this number on the wire. */
    Step acknowledge(int wireNumber) {
        if (optionsOffered) {
            return wireNumber == 0 ? beginAfterOptions() : new Step.Wait();
        }
        var progress = (wireNumber - acknowledged) & 0xffff;
        if (progress == 0) {
            return repeatedAcknowledgement();
        }
        if (progress > sent - acknowledged) {
            return new Step.Wait();
        }
        return advance(progress);
    }

    /** Nothing came within the time-out. */
    Step timedOut() {
        if (++silent > tries) {
            return new Step.GaveUp();
        }
        return optionsOffered ? new Step.SendOptions() : sendWindow();
    }

    /** How many blocks the file has; the last is short or empty. */
    long blocks() {
        return length / options.blockSize() + 1L;
    }

    /** Where a block starts in the file. */
    int offset(long block) {
        return Math.toIntExact((block - 1) * options.blockSize());
    }

    /** How many octets a block has. */
    int size(long block) {
        return Math.min(options.blockSize(), length - offset(block));
    }

    private Step beginAfterOptions() {
        optionsOffered = false;
        silent = 0;
        return sendWindow();
    }

    private Step advance(long progress) {
        acknowledged += progress;
        silent = 0;
        resent = false;
        return acknowledged == blocks() ? new Step.Finished() : sendWindow();
    }

    /**
     * With a window of one a repeated ACK is never answered, or every delayed packet would be doubled from then on (RFC
     * 1123 section 4.2.3.1). In a larger window it says that the first block was lost; it is believed once.
     */
    private Step repeatedAcknowledgement() {
        if (options.windowSize() == 1 || resent || acknowledged == 0) {
            return new Step.Wait();
        }
        resent = true;
        return sendWindow();
    }

    private Step sendWindow() {
        sent = Math.min(acknowledged + options.windowSize(), blocks());
        return new Step.SendBlocks(acknowledged + 1, sent);
    }
}
