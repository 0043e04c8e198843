package org.keyline.capf.message;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.List;
import org.keyline.trust.certificate.KeyType;
import org.keyline.trust.lsc.CertificateKind;
import org.keyline.trust.tlv.Octets;

/** Writes a message into one buffer: phones stall when its header and its elements come in two TLS records. */
public final class MessageWriter {
    private static final int VERSION = 3;
    private static final int AUTH_TYPE_ANY = 0;
    private static final int SHA256 = 2;
    private static final List<KeyType> CURVES = List.of(KeyType.EC_P256, KeyType.EC_P384, KeyType.EC_P521);

    private MessageWriter() {}

    /** The whole message. */
    public static ByteBuf write(ByteBufAllocator allocator, int session, ServerMessage message) {
        var out = allocator
                .buffer()
                .writeByte(MessageReader.PROTOCOL)
                .writeByte(command(message).id())
                .writeInt(session)
                .writeShort(0);
        elements(out, message);
        return out.setShort(MessageReader.HEADER - 2, out.readableBytes() - MessageReader.HEADER);
    }

    private static Command command(ServerMessage message) {
        return switch (message) {
            case ServerMessage.AuthRequest _ -> Command.AUTH_REQ;
            case ServerMessage.KeyRequest _ -> Command.KEYGEN_REQ;
            case ServerMessage.EncryptRequest _ -> Command.ENCRYPT_REQ;
            case ServerMessage.StoreRequest _ -> Command.STORE_CERT_REQ;
            case ServerMessage.FetchRequest _ -> Command.FETCH_CERT_REQ;
            case ServerMessage.DeleteRequest _ -> Command.DELETE_CERT_REQ;
            case ServerMessage.EndSession _ -> Command.END_SESSION;
        };
    }

    private static void elements(ByteBuf out, ServerMessage message) {
        switch (message) {
            case ServerMessage.AuthRequest _ -> {
                number(out, Tag.VERSION, VERSION);
                number(out, Tag.AUTH_TYPE, AUTH_TYPE_ANY);
            }
            case ServerMessage.KeyRequest(var type, var version) -> key(out, type, version);
            case ServerMessage.EncryptRequest(var block) -> {
                octets(out, Tag.SIGNED_DATA, block);
                number(out, Tag.DIGEST_TYPE, SHA256);
            }
            case ServerMessage.StoreRequest(var lsc) -> store(out, lsc);
            case ServerMessage.FetchRequest(var kind) -> fetch(out, kind);
            case ServerMessage.DeleteRequest _ -> {}
            case ServerMessage.EndSession(var reason) -> number(out, Tag.REASON, reason.code());
        }
    }

    private static void key(ByteBuf out, KeyType type, int version) {
        if (!type.isRsa()) {
            number(out, Tag.KEY_TYPE, 1);
            number(out, Tag.CURVE, CURVES.indexOf(type));
            return;
        }
        out.writeByte(Tag.KEY_SIZE.id()).writeShort(2).writeShort(type.bits());
        if (version >= VERSION) {
            number(out, Tag.KEY_TYPE, 0);
        }
    }

    /** Without an element phones show their LSC; the type is named only where it is needed. */
    private static void fetch(ByteBuf out, CertificateKind kind) {
        if (kind == CertificateKind.MIC) {
            number(out, Tag.CERTIFICATE_TYPE, kind.code());
        }
    }

    private static void store(ByteBuf out, Octets lsc) {
        var element = new CertificateElement(CertificateKind.LSC, lsc);
        number(out, Tag.CERTIFICATE_TYPE, CertificateKind.LSC.code());
        out.writeByte(Tag.CERTIFICATE.id()).writeShort(element.length());
        element.write(out);
    }

    private static void octets(ByteBuf out, Tag tag, Octets value) {
        out.writeByte(tag.id()).writeShort(value.length()).writeBytes(value.bytes());
    }

    private static void number(ByteBuf out, Tag tag, int value) {
        out.writeByte(tag.id()).writeShort(1).writeByte(value);
    }
}
