package org.keyline.ctl;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.keyline.trust.certificate.Certificates;
import org.keyline.trust.tlv.MalformedFileException;
import org.keyline.trust.tlv.Octets;
import org.keyline.trust.trustlist.TrustListReader;

/**
 * Which CTL file a server has; phones show the same digest (CTL9-50).
 *
 * @param length in bytes, 0 for none
 * @param md5 the MD5 of the file in upper-case hexadecimal
 * @param created when it was signed, if it can be read
 * @param changed who put it there and when, if that was written down
 */
public record CtlVersion(int length, String md5, Optional<Instant> created, Optional<CtlHistory.Entry> changed) {
    /** No file. */
    public static final CtlVersion NONE = new CtlVersion(0, "", Optional.empty(), Optional.empty());

    /** The version of {@code file}. */
    public static CtlVersion of(Octets file) {
        var md5 = HexFormat.of().withUpperCase().formatHex(Certificates.digest("MD5", file.bytes()));
        return new CtlVersion(file.length(), md5, created(file), Optional.empty());
    }

    /** The same, with who put it there. */
    CtlVersion changed(Optional<CtlHistory.Entry> change) {
        return new CtlVersion(length, md5, created, change);
    }

    private static Optional<Instant> created(Octets file) {
        try {
            return Optional.of(TrustListReader.read(file.bytes()).header().created());
        } catch (MalformedFileException damaged) {
            return Optional.empty();
        }
    }
}
