package org.keyline.trust.trustlist;

import java.util.Optional;
import org.keyline.trust.signing.SignatureDigest;
import org.keyline.trust.tlv.FormatVersion;

/** Which phones a list is written for. */
public enum TrustListVariant {
    /** Every phone of the 79xx families: version 1.2 without a signer version, SHA-1, RSA keys of at most 2048 bits. */
    OLD_PHONES(SignatureDigest.SHA1),
    /** New firmware only: signer version 1.1 and SHA-512; makes phones use HTTPS and allows EC keys. */
    NEW_PHONES(SignatureDigest.SHA512);

    private final SignatureDigest digest;

    TrustListVariant(SignatureDigest digest) {
        this.digest = digest;
    }

    /** The digest of the list's signature; use the same for signed files. */
    public SignatureDigest digest() {
        return digest;
    }

    Optional<FormatVersion> signerVersion() {
        return switch (this) {
            case OLD_PHONES -> Optional.empty();
            case NEW_PHONES -> Optional.of(FormatVersion.V1_1);
        };
    }
}
