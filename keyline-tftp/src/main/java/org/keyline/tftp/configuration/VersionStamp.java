package org.keyline.tftp.configuration;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Function;
import org.keyline.trust.certificate.Certificates;

/** Makes version stamps that change exactly when the rest of the file does. */
final class VersionStamp {
    private VersionStamp() {}

    /** The file that {@code build} makes with the stamp that belongs to its content. */
    static byte[] stamped(Function<String, byte[]> build) {
        var digest = Certificates.digest("SHA-256", build.apply(""));
        return build.apply(HexFormat.of().formatHex(Arrays.copyOf(digest, 12)));
    }
}
