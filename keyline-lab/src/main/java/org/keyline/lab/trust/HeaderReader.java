package org.keyline.lab.trust;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.keyline.lab.files.Octets;

/** Reads the header of a trust list or signed file, stepping into its containers. */
final class HeaderReader {
    private static final int VERSION = 1;
    private static final int HEADER_LENGTH = 2;
    private static final int SIGNER_NAME = 4;
    private static final int SERIAL = 5;
    private static final int ISSUER = 6;
    private static final int DIGEST = 8;
    private static final int ALGORITHM = 10;
    private static final int MODULUS = 11;
    private static final int SIGNATURE = 12;
    private static final int PADDING = 13;
    private static final int FILE_NAME = 14;
    private static final int TIMESTAMP = 15;
    private static final int SIGNER_VERSION = 28;

    /** Version and header length, which come first and are always as long. */
    private static final int FIXED_PART = 10;

    private final Octets file;
    private final Map<Integer, Tlv> elements = new HashMap<>();

    HeaderReader(Octets file) {
        this.file = file;
    }

    SignedHeader read() throws MalformedFile {
        int length = headerLength();
        collect(length);
        checkAlgorithm();
        return new SignedHeader(
                required(VERSION).number(2) >> 8,
                required(VERSION).number(2) & 0xFF,
                length,
                signerVersion(),
                required(SIGNER_NAME).text(),
                new Signer(required(SERIAL).value(), required(ISSUER).text()),
                Digest.of(required(DIGEST).number(1)),
                required(SIGNATURE).offset(),
                required(SIGNATURE).value(),
                required(FILE_NAME).text(),
                created(),
                Encryption.read(elements));
    }

    private int headerLength() throws MalformedFile {
        if (file.length() < FIXED_PART || file.at(0) != VERSION) {
            throw new MalformedFile("does not begin with a header version");
        }
        var second = Tlv.at(file, Tlv.at(file, 0, file.length()).end(), file.length());
        int length = second.tag() == HEADER_LENGTH ? second.number(2) : 0;
        if (length < FIXED_PART || length > file.length()) {
            throw new MalformedFile("header length " + length + " does not fit the file");
        }
        return length;
    }

    private void collect(int length) throws MalformedFile {
        int at = 0;
        while (at < length) {
            at = file.at(at) == PADDING ? padding(at, length) : element(at, length);
        }
    }

    /** Padding is single bytes up to the end of the header, at most three. */
    private int padding(int from, int length) throws MalformedFile {
        for (int at = from; at < length; at++) {
            if (file.at(at) != PADDING) {
                throw new MalformedFile("element after the padding at " + at);
            }
        }
        if (length - from > 3) {
            throw new MalformedFile("more than three padding bytes");
        }
        return length;
    }

    private int element(int at, int length) throws MalformedFile {
        var element = Tlv.at(file, at, length);
        if (elements.put(element.tag(), element) != null) {
            throw new MalformedFile("element " + element.tag() + " stands twice in the header");
        }
        return isContainer(element.tag()) ? at + Tlv.PREFIX : element.end();
    }

    /** Signer information, signature information and algorithm; encryption, initial vector and key information. */
    private static boolean isContainer(int tag) {
        return switch (tag) {
            case 3, 7, 9, 16, 17, 21 -> true;
            default -> false;
        };
    }

    private void checkAlgorithm() throws MalformedFile {
        int modulus = required(MODULUS).number(1);
        if (required(ALGORITHM).number(1) != 0 || modulus > 3) {
            throw new MalformedFile("signature algorithm is not RSA of a known size");
        }
        if (required(SIGNATURE).value().length() != 64 << modulus) {
            throw new MalformedFile("signature is not as long as the modulus");
        }
    }

    private Instant created() throws MalformedFile {
        var stamp = required(TIMESTAMP).value();
        if (stamp.length() != 4) {
            throw new MalformedFile("timestamp has " + stamp.length() + " bytes, not 4");
        }
        return Instant.ofEpochSecond(stamp.u32(0));
    }

    private Optional<Integer> signerVersion() throws MalformedFile {
        var version = elements.get(SIGNER_VERSION);
        return version == null ? Optional.empty() : Optional.of(version.number(2));
    }

    private Tlv required(int tag) throws MalformedFile {
        var element = elements.get(tag);
        if (element == null) {
            throw new MalformedFile("header lacks element " + tag);
        }
        return element;
    }
}
