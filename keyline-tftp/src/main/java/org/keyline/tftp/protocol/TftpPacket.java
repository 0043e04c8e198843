package org.keyline.tftp.protocol;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A packet that a server receives (RFC 1350 section 5, RFC 2347). */
public sealed interface TftpPacket {
    /** The longest request that is read: RFC 2347 allows 512 octets; a little more does no harm. */
    int MAX_REQUEST = 1024;

    /** How many options of a request are looked at. */
    int MAX_OPTIONS = 16;

    /**
     * Wants to read a file.
     *
     * @param filename as sent; untrusted
     * @param mode the transfer mode in lower case
     * @param options by name in lower case, in the order sent; of two with one name the first
     */
    record ReadRequest(String filename, String mode, Map<String, String> options) implements TftpPacket {
        public ReadRequest {
            options = new LinkedHashMap<>(options);
        }
    }

    /** Wants to write a file. */
    record WriteRequest(String filename) implements TftpPacket {}

    /** Has received everything up to this block, modulo 65536. */
    record Ack(int block) implements TftpPacket {}

    /** Ends the transfer; never answered. */
    record Failure(int code, String text) implements TftpPacket {}

    /** DATA or OACK, which nobody sends to a server that takes no files. */
    record Unexpected(int opcode) implements TftpPacket {}

    /** Reads one packet from a whole datagram. */
    static TftpPacket read(ByteBuf in) throws MalformedPacket {
        if (in.readableBytes() < 2) {
            throw new MalformedPacket("A packet has at least an opcode");
        }
        var opcode = in.readUnsignedShort();
        return switch (opcode) {
            case 1 -> readRequest(in);
            case 2 -> new WriteRequest(text(requireRequestLength(in), "filename"));
            case 4 -> new Ack(unsignedShort(in, "block"));
            case 5 -> new Failure(unsignedShort(in, "error code"), lenientText(in));
            case 3, 6 -> new Unexpected(opcode);
            default -> throw new MalformedPacket("Unknown opcode " + opcode);
        };
    }

    private static ReadRequest readRequest(ByteBuf in) throws MalformedPacket {
        requireRequestLength(in);
        var filename = text(in, "filename");
        var mode = text(in, "mode").toLowerCase(Locale.ROOT);
        return new ReadRequest(filename, mode, options(in));
    }

    private static Map<String, String> options(ByteBuf in) throws MalformedPacket {
        var options = new LinkedHashMap<String, String>();
        while (in.isReadable() && options.size() < MAX_OPTIONS) {
            var name = lenientText(in).toLowerCase(Locale.ROOT);
            if (name.isEmpty()) {
                break; // early phone firmware sends a superfluous NUL after the mode
            }
            options.putIfAbsent(name, text(in, "value of option " + name));
        }
        return options;
    }

    private static ByteBuf requireRequestLength(ByteBuf in) throws MalformedPacket {
        if (in.readableBytes() > MAX_REQUEST) {
            throw new MalformedPacket("A request has at most " + MAX_REQUEST + " octets");
        }
        return in;
    }

    private static String text(ByteBuf in, String field) throws MalformedPacket {
        var length = in.bytesBefore((byte) 0);
        if (length < 0) {
            throw new MalformedPacket("No NUL after the " + field);
        }
        var text = in.readString(length, StandardCharsets.UTF_8);
        in.skipBytes(1);
        return text;
    }

    private static String lenientText(ByteBuf in) {
        var end = in.bytesBefore((byte) 0);
        var text = in.readString(Math.min(end < 0 ? in.readableBytes() : end, MAX_REQUEST), StandardCharsets.UTF_8);
        in.skipBytes(Math.min(1, in.readableBytes()));
        return text;
    }

    private static int unsignedShort(ByteBuf in, String field) throws MalformedPacket {
        if (in.readableBytes() < 2) {
            throw new MalformedPacket("No " + field);
        }
        return in.readUnsignedShort();
    }
}
