package org.keyline.trust.trustlist;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.BitSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keyline.trust.tlv.MalformedFileException;
import org.keyline.trust.tlv.Octets;
import org.keyline.trust.tlv.TlvReader;

/** Reads one record: its elements in any order, none twice, unknown ones stepped over. */
final class RecordReader {
    private static final int LONGEST_NAME = 1024;
    private static final int LONGEST_SERIAL = 256;
    private static final int LONGEST_KEY = 1024;
    private static final int LONGEST_CERTIFICATE = 16 * 1024;
    private static final int SHA1_LENGTH = 20;
    private static final int IPV4_LENGTH = 4;

    private final TlvReader reader;
    private final int offset;
    private final BitSet seen = new BitSet();

    private @Nullable String dnsName;
    private @Nullable String subjectName;
    private @Nullable Role role;
    private @Nullable String issuerName;
    private @Nullable Octets serial;
    private @Nullable Octets publicKey;
    private @Nullable Octets signature;
    private @Nullable Octets certificate;
    private @Nullable Inet4Address address;
    private @Nullable Octets digest;

    RecordReader(byte[] file, int offset, int end) {
        this.reader = new TlvReader(file, offset, end);
        this.offset = offset;
    }

    TrustListRecord read() throws MalformedFileException {
        while (reader.hasNext()) {
            readElement();
        }
        var read = new TrustListRecord(
                Optional.ofNullable(dnsName),
                require(subjectName, "subject name"),
                require(role, "role"),
                require(issuerName, "issuer name"),
                require(serial, "serial number"),
                Optional.ofNullable(publicKey),
                Optional.ofNullable(signature),
                Optional.ofNullable(certificate),
                Optional.ofNullable(address),
                Optional.ofNullable(digest));
        if (read.role().equals(Role.SAST) && read.certificate().isEmpty()) {
            throw new MalformedFileException("The SAST record at offset " + offset + " has no certificate");
        }
        return read;
    }

    private void readElement() throws MalformedFileException {
        var tag = reader.next();
        if (seen.get(tag)) {
            throw new MalformedFileException("Element " + tag + " stands twice in the record at offset " + offset);
        }
        seen.set(tag);
        switch (tag) {
            case RecordTag.DNS_NAME -> dnsName = reader.text(LONGEST_NAME);
            case RecordTag.SUBJECT_NAME -> subjectName = reader.text(LONGEST_NAME);
            case RecordTag.ROLE -> role = new Role(reader.u16());
            case RecordTag.ISSUER_NAME -> issuerName = reader.text(LONGEST_NAME);
            case RecordTag.SERIAL_NUMBER -> serial = reader.octets(LONGEST_SERIAL);
            case RecordTag.PUBLIC_KEY -> publicKey = reader.octets(LONGEST_KEY);
            case RecordTag.SIGNATURE -> signature = reader.octets(LONGEST_KEY);
            case RecordTag.CERTIFICATE -> certificate = reader.octets(LONGEST_CERTIFICATE);
            case RecordTag.ADDRESS -> address = address(reader.octets(IPV4_LENGTH));
            case RecordTag.DIGEST -> digest = digest(reader.octets(SHA1_LENGTH));
            case RecordTag.DIGEST_TYPE -> requireSha1();
            default -> {}
        }
    }

    private void requireSha1() throws MalformedFileException {
        if (reader.u8() != RecordTag.SHA1) {
            throw new MalformedFileException("The record at offset " + offset + " has an unknown type of digest");
        }
    }

    private static Octets digest(Octets value) throws MalformedFileException {
        if (value.length() != SHA1_LENGTH) {
            throw new MalformedFileException("A certificate digest has " + value.length() + " bytes, not 20");
        }
        return value;
    }

    private static Inet4Address address(Octets value) throws MalformedFileException {
        try {
            if (value.length() == IPV4_LENGTH && InetAddress.getByAddress(value.bytes()) instanceof Inet4Address ipv4) {
                return ipv4;
            }
        } catch (UnknownHostException e) {
            throw new MalformedFileException("An IP address cannot be read", e);
        }
        throw new MalformedFileException("An IP address has " + value.length() + " bytes, not 4");
    }

    private <T> T require(@Nullable T value, String name) throws MalformedFileException {
        if (value == null) {
            throw new MalformedFileException("The record at offset " + offset + " has no " + name);
        }
        return value;
    }
}
