package org.keyline.sccp.codec.wire;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;

/**
 * An address where media comes from or goes to. Up to version 16 it is four bytes on the wire, from 17 on a type word
 * and sixteen bytes of which IPv4 takes the first four.
 *
 * @param type the kind of address
 * @param high the first eight bytes, network order
 * @param low the last eight bytes, network order; zero for IPv4
 */
public record MediaAddress(IpAddressType type, long high, long low) {
    /** No address: IPv4 0.0.0.0. */
    public static final MediaAddress NONE = new MediaAddress(IpAddressType.IPV4, 0, 0);

    /** The IPv4 address of these four bytes, the first in the top bits. */
    public static MediaAddress ipv4(int address) {
        return address == 0 ? NONE : new MediaAddress(IpAddressType.IPV4, (long) address << 32, 0);
    }

    /** The IPv6 address of these two halves; all zero is no address. */
    static MediaAddress ipv6(long high, long low) {
        return high == 0 && low == 0 ? NONE : new MediaAddress(IpAddressType.IPV6, high, low);
    }

    /** This address. */
    public static MediaAddress of(InetAddress address) {
        var bytes = ByteBuffer.wrap(address.getAddress());
        if (address instanceof Inet4Address) {
            return ipv4(bytes.getInt());
        }
        return new MediaAddress(IpAddressType.IPV6, bytes.getLong(), bytes.getLong());
    }

    /** Whether the peer gave no address at all. */
    public boolean isUnspecified() {
        return high == 0 && low == 0;
    }

    /** The four bytes of an IPv4 address. */
    public int ipv4() {
        return (int) (high >>> 32);
    }

    /** Whether this is an IPv6 address. */
    public boolean isIpv6() {
        return type == IpAddressType.IPV6;
    }

    /** The same address for the socket API. */
    public InetAddress toInetAddress() {
        byte[] bytes = isIpv6()
                ? ByteBuffer.allocate(16).putLong(high).putLong(low).array()
                : ByteBuffer.allocate(4).putInt(ipv4()).array();
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("4 or 16 bytes are always an address", impossible);
        }
    }

    @Override
    public String toString() {
        return type == IpAddressType.INVALID ? "invalid" : toInetAddress().getHostAddress();
    }
}
