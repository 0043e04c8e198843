package org.keyline.lab.firmware;

import java.security.cert.X509Certificate;
import org.keyline.lab.files.Octets;
import org.keyline.lab.trust.MalformedFile;
import org.keyline.lab.trust.SignedHeader;

/** What a phone checks of a file of a load before it runs it: origin, wholeness, name (spec OV-50). */
public sealed interface ImageCheck {
    /**
     * The vendor made exactly this file.
     *
     * @param content what follows the header
     */
    record Good(Octets content) implements ImageCheck {}

    /** The file is thrown away and the phone keeps what it runs. */
    record Refused(String why) implements ImageCheck {}

    /** Checks a file the phone asked for by that name; {@code vendor} is in the phone since the factory. */
    static ImageCheck of(Octets file, String name, X509Certificate vendor) {
        try {
            var header = SignedHeader.read(file);
            if (!header.isSignedBy(vendor.getPublicKey(), file)) {
                return new Refused("the vendor did not sign it");
            }
            return header.fileName().equals(name)
                    ? new Good(file.from(header.length()))
                    : new Refused("it is " + header.fileName());
        } catch (MalformedFile malformed) {
            return new Refused(String.valueOf(malformed.getMessage()));
        }
    }
}
