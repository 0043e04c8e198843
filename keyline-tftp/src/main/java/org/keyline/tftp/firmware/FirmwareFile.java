package org.keyline.tftp.firmware;

import java.security.cert.X509Certificate;
import java.util.Set;
import org.keyline.trust.signedfile.SignedFile;
import org.keyline.trust.signedfile.SignedFileReader;
import org.keyline.trust.tlv.MalformedFileException;
import org.keyline.trust.tlv.SignedHeader;

/**
 * A file of a load, {@code .loads} or {@code .sbn}: the vendor's signed header, then the image (spec OV-50).
 *
 * @param name the name phones ask for
 * @param signed header and content
 */
public record FirmwareFile(String name, SignedFile signed) {
    private static final Set<String> ENDINGS = Set.of("loads", "sbn");

    /** What is wrong with a file. */
    public enum Problem {
        /** Its name does not end in {@code .loads} or {@code .sbn}. */
        NO_FIRMWARE,
        /** It does not begin with a signed header, or the header is damaged. */
        NO_HEADER,
        /** Nothing follows the header. */
        EMPTY,
        /** It was renamed: phones compare the name inside with what they asked for. */
        OTHER_NAME,
        /** The given certificate did not sign it, or not in this form. */
        NOT_SIGNED_SO
    }

    /** A file that phones would refuse. */
    public static final class Unfit extends Exception {
        private static final long serialVersionUID = 1L;
        private final Problem problem;
        private final String detail;

        Unfit(Problem problem, String detail) {
            super(problem + ": " + detail);
            this.problem = problem;
            this.detail = detail;
        }

        /** What is wrong. */
        public Problem problem() {
            return problem;
        }

        /** Where, or what is there instead. */
        public String detail() {
            return detail;
        }
    }

    /**
     * Reads a file and checks all that can be checked without the vendor's key.
     *
     * @throws Unfit when phones would refuse it
     */
    public static FirmwareFile read(String name, byte[] content) throws Unfit {
        if (!ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1))) {
            throw new Unfit(Problem.NO_FIRMWARE, name);
        }
        try {
            var signed = SignedFileReader.read(content);
            var inside = signed.header().fileName();
            if (!inside.equals(name)) {
                throw new Unfit(Problem.OTHER_NAME, inside);
            }
            if (content.length == signed.header().length()) {
                throw new Unfit(Problem.EMPTY, name);
            }
            return new FirmwareFile(name, signed);
        } catch (MalformedFileException damaged) {
            throw new Unfit(Problem.NO_HEADER, String.valueOf(damaged.getMessage()));
        }
    }

    /**
     * Checks the signature too.
     *
     * @param vendor the certificate of the vendor's image signer
     * @throws Unfit when it did not sign exactly this file
     */
    public void requireSignedBy(X509Certificate vendor) throws Unfit {
        if (!signed.isSignedBy(vendor)) {
            throw new Unfit(Problem.NOT_SIGNED_SO, header().signerName());
        }
    }

    /** The signed header: signer, digest, time. */
    public SignedHeader header() {
        return signed.header();
    }

    /** Its length in bytes. */
    public int length() {
        return signed.encoded().length();
    }
}
