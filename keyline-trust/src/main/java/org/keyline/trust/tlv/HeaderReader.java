package org.keyline.trust.tlv;

import java.time.Instant;
import java.util.BitSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keyline.trust.signing.SignatureDigest;

/** Reads one signed header: steps into containers, takes elements in any order, refuses repeated and missing ones. */
final class HeaderReader {
    private static final int FIXED_START = 10;
    private static final int LONGEST_NAME = 1024;
    private static final int LONGEST_SERIAL = 256;
    private static final int LONGEST_KEY = 512;

    private final byte[] file;
    private final BitSet seen = new BitSet();

    private @Nullable FormatVersion signerVersion;
    private @Nullable String signerName;
    private @Nullable Octets serial;
    private @Nullable String issuerName;
    private @Nullable SignatureDigest digest;
    private @Nullable Octets signature;
    private @Nullable String fileName;
    private @Nullable Instant created;
    private @Nullable Octets iv;
    private @Nullable Octets wrappedKey;
    private @Nullable SignatureDigest plainDigestType;
    private @Nullable Octets plainDigest;
    private int modulusLength = -1;
    private int signatureOffset;
    private int padCount;
    private int wrappedKeyBits = -1;

    HeaderReader(byte[] file) {
        this.file = file;
    }

    SignedHeader read() throws MalformedFileException {
        var start = new TlvReader(file, 0, Math.min(file.length, FIXED_START));
        requireTag(start, HeaderTag.VERSION, "version");
        var version = FormatVersion.of(start.u16());
        requireTag(start, HeaderTag.HEADER_LENGTH, "header length");
        var length = start.u16();
        if (length < FIXED_START || length > file.length) {
            throw new MalformedFileException(
                    "The header says it has " + length + " bytes, the file has " + file.length);
        }
        readElements(new TlvReader(file, FIXED_START, length));
        return header(version, length);
    }

    private void requireTag(TlvReader reader, int tag, String name) throws MalformedFileException {
        if (!reader.hasNext() || reader.next() != tag) {
            throw new MalformedFileException("The " + name + " (element " + tag + ") is not where it belongs");
        }
        seen.set(tag);
    }

    private void readElements(TlvReader reader) throws MalformedFileException {
        while (reader.hasNext()) {
            if (reader.peek() == HeaderTag.PADDING) {
                reader.skipBare();
            } else {
                readElement(reader);
            }
        }
    }

    private void readElement(TlvReader reader) throws MalformedFileException {
        var tag = reader.next();
        if (seen.get(tag)) {
            throw new MalformedFileException("Element " + tag + " stands twice in the header");
        }
        seen.set(tag);
        switch (tag) {
            case HeaderTag.SIGNER_INFO,
                    HeaderTag.SIGNATURE_INFO,
                    HeaderTag.ALGORITHM_INFO,
                    HeaderTag.ENCRYPTION_INFO,
                    HeaderTag.IV_INFO,
                    HeaderTag.KEY_INFO -> reader.stepInto();
            case HeaderTag.SIGNER_VERSION -> signerVersion = FormatVersion.of(reader.u16());
            case HeaderTag.SIGNER_NAME -> signerName = reader.text(LONGEST_NAME);
            case HeaderTag.SERIAL_NUMBER -> serial = reader.octets(LONGEST_SERIAL);
            case HeaderTag.ISSUER_NAME -> issuerName = reader.text(LONGEST_NAME);
            case HeaderTag.DIGEST -> digest = digest(reader.u8());
            case HeaderTag.SIGNATURE_ALGORITHM -> requireZero(reader, "signature algorithm");
            case HeaderTag.MODULUS_CODE -> modulusLength = ModulusCode.length(reader.u8());
            case HeaderTag.SIGNATURE -> {
                signatureOffset = reader.valueStart() - 3;
                signature = reader.octets(LONGEST_KEY);
            }
            case HeaderTag.FILE_NAME -> fileName = reader.text(LONGEST_NAME);
            case HeaderTag.TIMESTAMP -> created = Instant.ofEpochSecond(reader.u32());
            default -> readEncryptionElement(tag, reader);
        }
    }

    /** Tags that are not known are stepped over by their length. */
    private void readEncryptionElement(int tag, TlvReader reader) throws MalformedFileException {
        switch (tag) {
            case HeaderTag.CIPHER -> requireZero(reader, "cipher");
            case HeaderTag.IV -> iv = reader.octets(EncryptionInfo.BLOCK);
            case HeaderTag.PAD_COUNT -> padCount = reader.u16();
            case HeaderTag.KEY_WRAPPING -> requireZero(reader, "key wrapping");
            case HeaderTag.WRAPPED_KEY_BITS -> wrappedKeyBits = reader.u16();
            case HeaderTag.WRAPPED_KEY -> wrappedKey = reader.octets(LONGEST_KEY);
            case HeaderTag.PLAIN_DIGEST_TYPE -> plainDigestType = digest(reader.u8());
            case HeaderTag.PLAIN_DIGEST -> plainDigest = reader.octets(64);
            default -> {}
        }
    }

    private SignedHeader header(FormatVersion version, int length) throws MalformedFileException {
        var bytes = require(signature, "signature");
        if (bytes.length() != modulusLength) {
            throw new MalformedFileException(
                    "The signature has " + bytes.length() + " bytes, its modulus code means " + modulusLength);
        }
        return new SignedHeader(
                version,
                length,
                Optional.ofNullable(signerVersion),
                require(signerName, "signer name"),
                require(serial, "serial number"),
                require(issuerName, "issuer name"),
                require(digest, "digest"),
                signatureOffset,
                bytes,
                require(fileName, "file name"),
                require(created, "timestamp"),
                seen.get(HeaderTag.ENCRYPTION_INFO) ? Optional.of(encryption()) : Optional.empty());
    }

    private EncryptionInfo encryption() throws MalformedFileException {
        var vector = require(iv, "initial vector");
        var key = require(wrappedKey, "wrapped key");
        if (vector.length() != EncryptionInfo.BLOCK || padCount < 1 || padCount > EncryptionInfo.BLOCK) {
            throw new MalformedFileException("The initial vector or the pad count is not one of AES-CBC");
        }
        if (wrappedKeyBits != key.length() * 8) {
            throw new MalformedFileException("The wrapped key has " + key.length() + " bytes, its size element says "
                    + wrappedKeyBits + " bits");
        }
        return new EncryptionInfo(
                vector,
                padCount,
                key,
                require(plainDigestType, "type of the plaintext's digest"),
                require(plainDigest, "plaintext's digest"));
    }

    private static SignatureDigest digest(int code) throws MalformedFileException {
        return SignatureDigest.ofCode(code)
                .orElseThrow(() -> new MalformedFileException("The digest " + code + " is not known"));
    }

    private static void requireZero(TlvReader reader, String name) throws MalformedFileException {
        var value = reader.u8();
        if (value != 0) {
            throw new MalformedFileException("The " + name + " " + value + " is not known");
        }
    }

    private static <T> T require(@Nullable T value, String name) throws MalformedFileException {
        if (value == null) {
            throw new MalformedFileException("The header has no " + name);
        }
        return value;
    }
}
