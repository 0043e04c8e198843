package org.keyline.sccp.codec.wire;

/** Which kinds of address an "ipv4or6" field holds, or a phone is asked for. */
public enum IpAddressType {
    /** IPv4, 0. */
    IPV4(0),
    /** IPv6, 1. */
    IPV6(1),
    /** Both, 2. */
    BOTH(2),
    /** No valid address, 3. */
    INVALID(3);

    private static final IpAddressType[] ALL = values();

    private final int number;

    IpAddressType(int number) {
        this.number = number;
    }

    /** The type with this number; a number above 3 counts as {@link #INVALID}. */
    public static IpAddressType of(int number) {
        return number >= 0 && number < ALL.length ? ALL[number] : INVALID;
    }

    /** The number on the wire. */
    public int number() {
        return number;
    }
}
