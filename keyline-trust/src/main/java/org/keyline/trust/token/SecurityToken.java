package org.keyline.trust.token;

import org.keyline.trust.signing.Signer;

/**
 * A security token of the administrator: it shows its certificate and signs, and its private key never leaves it.
 *
 * <p>At least two belong to a cluster, so that one can be lost.
 */
public interface SecurityToken extends Signer {
    /** What an administrator calls the token: its file, or its label and slot. */
    String name();
}
