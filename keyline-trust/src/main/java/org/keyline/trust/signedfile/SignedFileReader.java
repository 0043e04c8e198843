package org.keyline.trust.signedfile;

import org.keyline.trust.tlv.MalformedFileException;
import org.keyline.trust.tlv.Octets;
import org.keyline.trust.tlv.SignedHeader;

/** Reads {@code .sgn} and {@code .enc.sgn} files. Reading proves nothing about the signature. */
public final class SignedFileReader {
    /** More than any configuration, ring or locale file has. */
    private static final int LONGEST_FILE = 32 * 1024 * 1024;

    private SignedFileReader() {}

    /**
     * Reads a whole file.
     *
     * @throws MalformedFileException when the header breaks the format; the message says where
     */
    public static SignedFile read(byte[] file) throws MalformedFileException {
        if (file.length > LONGEST_FILE) {
            throw new MalformedFileException(
                    "A signed file of " + file.length + " bytes is longer than " + LONGEST_FILE);
        }
        return new SignedFile(SignedHeader.read(file), Octets.of(file));
    }
}
