package org.keyline.lab.trust;

import java.util.Optional;

/** Somebody to ask about a signer that is in none of the phone's lists. */
@FunctionalInterface
public interface Vouching {
    /** The signer's certificate, when it may be believed. */
    Optional<TrustRecord> vouch(Signer signer);
}
