package org.keyline.trust.trustlist;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * How phones reach a server. Phones of the 4.x generation take the TFTP and CAPF addresses from here, so both must be
 * true.
 *
 * @param dnsName a name that phones can resolve, or the address as text
 * @param address the IPv4 address
 */
public record ServerName(String dnsName, Inet4Address address) {
    /** The longest host name that administrators' tools accept, in characters. */
    public static final int LONGEST = 256;

    private static final Inet4Address NOWHERE = unspecified();

    /** Checks the length of the name. */
    public ServerName {
        if (dnsName.length() > LONGEST) {
            throw new IllegalArgumentException("CM Name is too long.");
        }
    }

    /** A security token has no address: an empty name and 0.0.0.0. */
    public static ServerName none() {
        return new ServerName("", NOWHERE);
    }

    private static Inet4Address unspecified() {
        try {
            return (Inet4Address) InetAddress.getByAddress(new byte[4]);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Four bytes are an IPv4 address", e);
        }
    }
}
