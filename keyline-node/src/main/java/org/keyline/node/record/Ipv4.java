package org.keyline.node.record;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Addresses as records have them. */
final class Ipv4 {
    private Ipv4() {}

    /** Four octets in reversed order as one signed number; 0 for an address that is none of IPv4. */
    static int number(InetAddress address) {
        return address instanceof Inet4Address
                ? ByteBuffer.wrap(address.getAddress())
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .getInt()
                : 0;
    }
}
