package org.keyline.trust.token;

import org.keyline.trust.signing.Signer;

/**
 * A security token of the administrator, inserted and opened by its password: it shows its certificate and signs, and
 * its private key never leaves it.
 *
 * <p>At least two belong to a cluster, so that one can be lost.
 */
public interface SecurityToken extends Signer {
    /** What an administrator calls the token: its file, or its module and slot. */
    String name();

    /** Whether it still has the password it was delivered with; it does not sign before that is changed (CTL9-02). */
    default boolean passwordMustChange() {
        return false;
    }
}
