package org.keyline.trust.certificate;

import java.net.InetAddress;
import java.util.List;

/**
 * What the certificates of a node say about it.
 *
 * @param hostName the node's host name, or its address as text
 * @param addresses the addresses at which clients reach it; {@code localhost} and the loopback addresses need not be
 *     among them, the HTTPS certificate always has them
 * @param organisation the organisation (O), not blank
 */
public record NodeIdentity(String hostName, List<InetAddress> addresses, String organisation) {
    /** X.520's upper bound of a common name and of an organisation name. */
    private static final int LONGEST_NAME = 64;

    /** Checks the names against the bounds of X.520. */
    public NodeIdentity {
        requireName("host name", hostName);
        requireName("organisation", organisation);
        addresses = List.copyOf(addresses);
    }

    private static void requireName(String what, String name) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "The " + what + " of a node has 1 to " + LONGEST_NAME + " characters, not '" + name + "'");
        }
    }
}
