package org.keyline.capf.verification;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.keyline.trust.tlv.Octets;

/**
 * Reads a request that has come whole (TVS sheet, section 3).
 *
 * <pre>
 * 0  57 hex   1  version 1   2  command   3  reserved   4  request id (4)   8  length of the elements (2)   10  elements
 * </pre>
 */
public final class RequestReader {
    static final int PROTOCOL = 0x57;
    static final int VERSION = 1;
    static final int HEADER = 10;

    /** More than the largest certificate that a phone knows how to read. */
    static final int MOST_ELEMENTS = 8 * 1024;

    private static final int ELEMENT_HEADER = 3;
    private static final int VERIFY = 1;
    private static final int QUERY = 3;
    private static final int DEVICE_NAME = 1;
    private static final int CERTIFICATE = 2;
    private static final int ISSUER = 4;
    private static final int SERIAL = 5;
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_SERIAL = 64;

    private RequestReader() {}

    /**
     * Reads the request in {@code in}.
     *
     * @throws MalformedRequest when it breaks the format, or is no request
     */
    public static VerificationRequest read(ByteBuf in) {
        if (in.readableBytes() < HEADER || in.readUnsignedByte() != PROTOCOL || in.readUnsignedByte() != VERSION) {
            throw new MalformedRequest("Not a request for trust verification");
        }
        var command = in.readUnsignedByte();
        in.skipBytes(1);
        var id = in.readInt();
        var length = in.readUnsignedShort();
        if (length != in.readableBytes() || length > MOST_ELEMENTS) {
            throw new MalformedRequest("The elements have another length than the message says");
        }
        var elements = elements(in);
        return switch (command) {
            case VERIFY -> new VerificationRequest.Verify(id, device(elements), certificate(elements));
            case QUERY -> query(id, elements);
            default -> throw new MalformedRequest("Command " + command + " is not for a server");
        };
    }

    /** Of two elements with one tag the first counts; unknown tags are skipped by their length. */
    private static Map<Integer, Octets> elements(ByteBuf in) {
        var elements = new HashMap<Integer, Octets>();
        while (in.isReadable()) {
            if (in.readableBytes() < ELEMENT_HEADER) {
                throw new MalformedRequest("An element is cut off");
            }
            var tag = (int) in.readUnsignedByte();
            var length = in.readUnsignedShort();
            if (length > in.readableBytes()) {
                throw new MalformedRequest("Element " + tag + " runs over the end of the message");
            }
            var value = new byte[length];
            in.readBytes(value);
            elements.putIfAbsent(tag, Octets.of(value));
        }
        return elements;
    }

    private static Octets certificate(Map<Integer, Octets> elements) {
        var certificate = elements.get(CERTIFICATE);
        if (certificate == null || certificate.length() == 0) {
            throw new MalformedRequest("There is no certificate to verify");
        }
        return certificate;
    }

    /** Which of tags 4 and 5 is the serial number and which the issuer is told by what is in them. */
    private static VerificationRequest query(int id, Map<Integer, Octets> elements) {
        var issuer = either(elements, RequestReader::isName);
        var serial = either(elements, value -> !isName(value));
        if (issuer.isEmpty() || serial.isEmpty() || !isSerial(serial.get())) {
            throw new MalformedRequest("There is no serial number and issuer to look for");
        }
        return new VerificationRequest.Query(id, device(elements), serial.get(), text(issuer.get()));
    }

    private static Optional<Octets> either(Map<Integer, Octets> elements, Predicate<Octets> fits) {
        return Stream.of(ISSUER, SERIAL)
                .map(elements::get)
                .flatMap(Stream::ofNullable)
                .filter(fits)
                .findFirst();
    }

    private static boolean isName(Octets value) {
        var bytes = value.bytes();
        return bytes.length > 0 && bytes[bytes.length - 1] == 0 && text(value).indexOf('=') >= 0;
    }

    private static boolean isSerial(Octets value) {
        return value.length() > 0 && value.length() <= LONGEST_SERIAL;
    }

    private static String text(Octets value) {
        var text = new String(value.bytes(), StandardCharsets.UTF_8);
        return text.endsWith("\0") ? text.substring(0, text.length() - 1) : text;
    }

    /** What the byte 01 before the name means is not known; some leave it out. */
    private static String device(Map<Integer, Octets> elements) {
        var value = elements.get(DEVICE_NAME);
        var printable = value == null
                ? ""
                : new String(value.bytes(), StandardCharsets.US_ASCII).replaceAll("[^\\x21-\\x7e]", "");
        return printable.substring(0, Math.min(printable.length(), LONGEST_NAME));
    }
}
