package org.keyline.lab.trust;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyline.lab.files.Octets;

/** Reads the records of a trust list. */
final class TrustListReader {
    /** A list above 64 KiB is refused by phones. */
    private static final int MAX_LIST = 65536;

    private static final int RECORD_LENGTH = 1;
    private static final int DNS_NAME = 2;
    private static final int SUBJECT = 3;
    private static final int ROLE = 4;
    private static final int ISSUER = 5;
    private static final int SERIAL = 6;
    private static final int PUBLIC_KEY = 7;
    private static final int CERTIFICATE = 9;
    private static final int IP_ADDRESS = 10;
    private static final int FINGERPRINT = 11;
    private static final int FINGERPRINT_TYPE = 12;

    private TrustListReader() {}

    static TrustList read(Octets file) throws MalformedFile {
        if (file.length() > MAX_LIST) {
            throw new MalformedFile("list of " + file.length() + " bytes is above 64 KiB");
        }
        var header = SignedHeader.read(file);
        var records = new ArrayList<TrustRecord>();
        int at = header.length();
        while (at < file.length()) {
            int end = recordEnd(file, at);
            var elements = elements(file, at, end);
            if (!isVacant(elements)) {
                records.add(record(elements));
            }
            at = end;
        }
        return new TrustList(file, header, List.copyOf(records));
    }

    private static int recordEnd(Octets file, int at) throws MalformedFile {
        var first = Tlv.at(file, at, file.length());
        if (first.tag() != RECORD_LENGTH) {
            throw new MalformedFile("record at " + at + " does not begin with its length");
        }
        int length = first.number(2);
        if (length < first.end() - at || at + length > file.length()) {
            throw new MalformedFile("record at " + at + " of " + length + " bytes does not fit the file");
        }
        return at + length;
    }

    private static Map<Integer, Tlv> elements(Octets file, int from, int end) throws MalformedFile {
        var elements = new HashMap<Integer, Tlv>();
        int at = from;
        while (at < end) {
            var element = Tlv.at(file, at, end);
            if (elements.put(element.tag(), element) != null) {
                throw new MalformedFile("element " + element.tag() + " stands twice in the record at " + from);
            }
            at = element.end();
        }
        return elements;
    }

    /** A server's entry in a list of a cluster in non-secure mode: it vouches for nobody. */
    private static boolean isVacant(Map<Integer, Tlv> elements) throws MalformedFile {
        return !elements.containsKey(CERTIFICATE)
                && !elements.containsKey(FINGERPRINT)
                && !elements.containsKey(PUBLIC_KEY)
                && Role.of(required(elements, ROLE).number(2)) != Role.SAST;
    }

    private static TrustRecord record(Map<Integer, Tlv> elements) throws MalformedFile {
        var certificate = certificate(elements);
        var fingerprint = fingerprint(elements);
        var role = Role.of(required(elements, ROLE).number(2));
        if (certificate.isEmpty() && (fingerprint.isEmpty() || role == Role.SAST)) {
            throw new MalformedFile("record holds no certificate");
        }
        return new TrustRecord(
                elements.containsKey(DNS_NAME) ? required(elements, DNS_NAME).text() : "",
                required(elements, SUBJECT).text(),
                role,
                new Signer(
                        required(elements, SERIAL).value(),
                        required(elements, ISSUER).text()),
                key(elements, certificate),
                certificate,
                fingerprint,
                address(elements));
    }

    private static Optional<X509Certificate> certificate(Map<Integer, Tlv> elements) throws MalformedFile {
        var field = elements.get(CERTIFICATE);
        return field == null ? Optional.empty() : Optional.of(Certificates.parse(field.value()));
    }

    private static Optional<Octets> fingerprint(Map<Integer, Tlv> elements) throws MalformedFile {
        var field = elements.get(FINGERPRINT);
        if (field == null) {
            return Optional.empty();
        }
        if (required(elements, FINGERPRINT_TYPE).number(1) != 1 || field.value().length() != 20) {
            throw new MalformedFile("certificate digest is not SHA-1");
        }
        return Optional.of(field.value());
    }

    /** The key of element 7, which must be the certificate's where the record has one. */
    private static PublicKey key(Map<Integer, Tlv> elements, Optional<X509Certificate> certificate)
            throws MalformedFile {
        var key = Certificates.key(required(elements, PUBLIC_KEY).value());
        if (certificate.isPresent() && !key.equals(certificate.get().getPublicKey())) {
            throw new MalformedFile("public key is not the certificate's");
        }
        return key;
    }

    private static Optional<String> address(Map<Integer, Tlv> elements) throws MalformedFile {
        var field = elements.get(IP_ADDRESS);
        if (field == null) {
            return Optional.empty();
        }
        var bytes = field.value();
        if (bytes.length() != 4) {
            throw new MalformedFile("IP address of " + bytes.length() + " bytes");
        }
        return Optional.of(bytes.at(0) + "." + bytes.at(1) + "." + bytes.at(2) + "." + bytes.at(3));
    }

    private static Tlv required(Map<Integer, Tlv> elements, int tag) throws MalformedFile {
        var element = elements.get(tag);
        if (element == null) {
            throw new MalformedFile("record lacks element " + tag);
        }
        return element;
    }
}
