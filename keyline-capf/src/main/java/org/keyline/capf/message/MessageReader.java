package org.keyline.capf.message;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.keyline.trust.tlv.Octets;

/**
 * Reads a message that has come whole.
 *
 * <pre>
 * 0  55 hex   1  command   2  session id (4)   6  length of the elements (2)   8  elements
 * </pre>
 */
public final class MessageReader {
    static final int PROTOCOL = 0x55;
    static final int HEADER = 8;

    /** More than any phone needs for its certificates and signatures. */
    static final int MOST_ELEMENTS = 16 * 1024;

    private static final int CURRENT_VERSION = 3;
    private static final int LONGEST_NAME = 128;

    private MessageReader() {}

    /**
     * Reads the message in {@code in}.
     *
     * @throws MalformedMessage when it breaks the format
     */
    public static PhoneMessage read(ByteBuf in) {
        if (in.readableBytes() < HEADER || in.readUnsignedByte() != PROTOCOL) {
            throw new MalformedMessage("Not a CAPF message");
        }
        var command = in.readUnsignedByte();
        var session = in.readInt();
        var length = in.readUnsignedShort();
        if (length != in.readableBytes() || length > MOST_ELEMENTS) {
            throw new MalformedMessage("The elements have another length than the message says");
        }
        var elements = Elements.read(in);
        return Command.of(command)
                .map(known -> message(known, session, elements))
                .orElseGet(() -> new PhoneMessage.Unexpected(session, command));
    }

    private static PhoneMessage message(Command command, int session, Elements elements) {
        return switch (command) {
            case AUTH_RES -> authentication(session, elements);
            case KEYGEN_RES -> new PhoneMessage.KeyResponse(session, elements.octets(Tag.PUBLIC_KEY));
            case REQUEST_IN_PROGRESS -> new PhoneMessage.InProgress(session);
            case ENCRYPT_RES -> new PhoneMessage.EncryptResponse(session, elements.octets(Tag.SIGNED_DATA));
            case STORE_CERT_RES -> new PhoneMessage.StoreResponse(session, elements.saysSuccess());
            case FETCH_CERT_RES -> new PhoneMessage.FetchResponse(session, certificate(elements));
            case DELETE_CERT_RES -> new PhoneMessage.DeleteResponse(session, elements.saysSuccess());
            case AUTH_REQ, KEYGEN_REQ, ENCRYPT_REQ, STORE_CERT_REQ, FETCH_CERT_REQ, DELETE_CERT_REQ, END_SESSION ->
                new PhoneMessage.Unexpected(session, command.id());
        };
    }

    private static PhoneMessage authentication(int session, Elements elements) {
        var proof = new PhoneMessage.Proof(
                certificate(elements),
                elements.octets(Tag.SIGNED_DATA),
                elements.octets(Tag.SHA2_SIGNED_DATA).map(MessageReader::sha512),
                elements.octets(Tag.SUDI_DATA).map(SudiElement::read));
        return new PhoneMessage.AuthResponse(
                session,
                elements.number(Tag.VERSION).orElse(CURRENT_VERSION),
                text(elements, Tag.DEVICE_NAME),
                text(elements, Tag.PASSWORD),
                proof);
    }

    private static Optional<CertificateElement> certificate(Elements elements) {
        return elements.octets(Tag.CERTIFICATE).map(CertificateElement::read);
    }

    /** Element 20: the digest's number 03, the length of the signature, the signature. */
    private static Octets sha512(Octets element) {
        var in = Unpooled.wrappedBuffer(element.bytes());
        if (in.readableBytes() < 3 || in.readUnsignedByte() != 3 || in.readUnsignedShort() != in.readableBytes()) {
            throw new MalformedMessage("Element 20 is no SHA-512 signature");
        }
        return Octets.of(element.bytes(), 3, element.length());
    }

    /** A text up to its NUL; an empty one is absent. */
    private static Optional<String> text(Elements elements, Tag tag) {
        return elements.octets(tag)
                .map(Octets::bytes)
                .map(bytes -> {
                    if (bytes.length > LONGEST_NAME) {
                        throw new MalformedMessage("Element " + tag + " is too long");
                    }
                    var text = new String(bytes, StandardCharsets.ISO_8859_1);
                    var end = text.indexOf('\0');
                    return end < 0 ? text : text.substring(0, end);
                })
                .filter(text -> !text.isEmpty());
    }
}
