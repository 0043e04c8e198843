package org.keyline.lab.trust;

import java.security.PrivateKey;
import java.util.Optional;
import org.keyline.lab.files.Octets;

/**
 * A {@code .sgn} file: a header with a signature, then the content, encrypted or not.
 *
 * @param file the whole file
 * @param header its header
 */
public record SignedFile(Octets file, SignedHeader header) {
    /** Reads the header; the signature is not yet checked. */
    public static SignedFile read(Octets file) throws MalformedFile {
        return new SignedFile(file, SignedHeader.read(file));
    }

    /** What follows the header. */
    public Octets content() {
        return file.from(header.length());
    }

    /** Decrypts the content with the phone's key; empty if the file is not encrypted or not for that key. */
    public Optional<Octets> decrypt(PrivateKey phoneKey) {
        return header.encryption().flatMap(encryption -> encryption.decrypt(content(), phoneKey));
    }

    /** The phone's check of a file it asked for by that name: signer known, signature good, name as asked. */
    public static Verdict check(Octets file, String requestedName, Flash flash) {
        return check(file, requestedName, flash, signer -> Optional.empty());
    }

    /** The same; a signer that is in no list may be vouched for. */
    public static Verdict check(Octets file, String requestedName, Flash flash, Vouching vouching) {
        try {
            var signed = read(file);
            var signer = flash.fileSigner(signed.header.signer()).or(() -> vouching.vouch(signed.header.signer()));
            if (signer.isEmpty()) {
                return new Verdict.Refused(Refusal.UNKNOWN_SIGNER);
            }
            if (!signed.header.isSignedBy(signer.get().key(), file)) {
                return new Verdict.Refused(Refusal.BAD_SIGNATURE);
            }
            return signed.header.fileName().equals(requestedName)
                    ? new Verdict.Verified(signed)
                    : new Verdict.Refused(Refusal.OTHER_NAME);
        } catch (MalformedFile _) {
            return new Verdict.Refused(Refusal.MALFORMED);
        }
    }

    /** The outcome of the check. */
    public sealed interface Verdict {
        /** The content may be used. */
        record Verified(SignedFile file) implements Verdict {}

        /** The file is thrown away and the old data stays. */
        record Refused(Refusal why) implements Verdict {}
    }

    /** Why a file is not believed; the phone's alarm for all of them is {@code File Auth Failed}. */
    public enum Refusal {
        MALFORMED,
        UNKNOWN_SIGNER,
        BAD_SIGNATURE,
        OTHER_NAME
    }
}
