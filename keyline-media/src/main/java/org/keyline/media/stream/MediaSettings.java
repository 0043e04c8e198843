package org.keyline.media.stream;

import java.net.InetAddress;

/**
 * Where and how media is sent and received.
 *
 * @param bind the address the sockets are on
 * @param announced the address others are told; the same unless {@code bind} stands for all addresses
 * @param ports the UDP ports
 * @param dscp the class of service of every packet, 0…63
 * @param telephoneEvents the RTP payload type of telephone events, 96…127
 */
public record MediaSettings(InetAddress bind, InetAddress announced, PortRange ports, int dscp, int telephoneEvents) {
    /** Expedited forwarding (RFC 3246), as voice has by custom. */
    public static final int EXPEDITED_FORWARDING = 46;

    /** The payload type Cisco's phones and gateways use for telephone events. */
    public static final int USUAL_TELEPHONE_EVENTS = 101;

    private static final int FIRST_DYNAMIC = 96;
    private static final int LAST_DYNAMIC = 127;

    public MediaSettings {
        if (dscp < 0 || dscp > 63) {
            throw new IllegalArgumentException("A DSCP is 0 to 63, not " + dscp);
        }
        if (telephoneEvents < FIRST_DYNAMIC || telephoneEvents > LAST_DYNAMIC) {
            throw new IllegalArgumentException("Telephone events have payload type 96 to 127, not " + telephoneEvents);
        }
    }

    /** The usual settings on one address. */
    public static MediaSettings on(InetAddress address) {
        return new MediaSettings(address, address, PortRange.USUAL, EXPEDITED_FORWARDING, USUAL_TELEPHONE_EVENTS);
    }
}
