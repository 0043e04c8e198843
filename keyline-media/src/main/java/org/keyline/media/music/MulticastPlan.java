package org.keyline.media.music;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.keyline.model.media.AudioCodec;
import org.keyline.model.media.MediaAddress;

/**
 * Where each source is multicast in each codec, counted as the original does: each source has four places, for G.711
 * µ-law, G.711 A-law, G.729 and wideband, and they follow each other by address or by port. Keyline fills the first
 * two.
 *
 * @param base the first group's address, IPv4
 * @param port the first even port
 * @param step what is counted
 * @param hops how many routers a packet may cross and one, 1…255
 */
public record MulticastPlan(InetAddress base, int port, Step step, int hops) {
    /** What goes up from stream to stream. */
    public enum Step {
        /** The address, by 1: routers can then leave out what nobody listens to. */
        ADDRESS,
        /** The port, by 2. */
        PORT
    }

    /** The most sources a server has. */
    public static final int MOST_SOURCES = 51;

    /** The most streams a server sends: of each source one for each codec that has a place. */
    public static final int MOST_STREAMS = 2 * MOST_SOURCES;

    private static final int PLACES = 4;
    private static final int LAST_PORT = 65_535;

    public MulticastPlan {
        if (!base.isMulticastAddress() || base.getAddress().length != 4) {
            throw new IllegalArgumentException("No IPv4 multicast address: " + base.getHostAddress());
        }
        if (port < 1024 || port % 2 != 0 || port + 2 * PLACES * MOST_SOURCES > LAST_PORT) {
            throw new IllegalArgumentException("The first multicast port is even, 1024 and above, and leaves room for "
                    + MOST_SOURCES + " sources: " + port);
        }
        if (hops < 1 || hops > 255) {
            throw new IllegalArgumentException("A packet may live for 1 to 255 hops, not " + hops);
        }
        if (!group(base, PLACES * MOST_SOURCES).isMulticastAddress()) {
            throw new IllegalArgumentException("Too near to the last multicast address: " + base.getHostAddress());
        }
    }

    /**
     * Where a source is to be heard; empty for a codec that has no place.
     *
     * @param source 1…{@link #MOST_SOURCES}
     */
    public Optional<MediaAddress> place(int source, AudioCodec codec) {
        if (source < 1 || source > MOST_SOURCES) {
            throw new IllegalArgumentException("Sources are 1 to " + MOST_SOURCES + ", not " + source);
        }
        int first = (source - 1) * PLACES;
        return switch (codec) {
            case G711_ULAW -> Optional.of(at(first));
            case G711_ALAW -> Optional.of(at(first + 1));
            case G722, G729, G729A, G729B, G729AB, G723, GSM, ILBC, WIDEBAND -> Optional.empty();
        };
    }

    private MediaAddress at(int index) {
        return switch (step) {
            case ADDRESS -> new MediaAddress(group(base, index), port);
            case PORT -> new MediaAddress(base, port + 2 * index);
        };
    }

    private static InetAddress group(InetAddress base, int index) {
        var octets = base.getAddress();
        int number = ByteBuffer.wrap(octets).getInt() + index;
        try {
            return InetAddress.getByAddress(
                    ByteBuffer.allocate(4).putInt(number).array());
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Four octets are an address", e);
        }
    }
}
