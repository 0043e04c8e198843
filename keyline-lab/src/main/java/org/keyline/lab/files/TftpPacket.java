package org.keyline.lab.files;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The packets of TFTP that a reading client meets (RFC 1350 section 5, RFC 2347). */
sealed interface TftpPacket {
    /** One block of the file. */
    record Data(int block, Octets content) implements TftpPacket {}

    /** The server refuses. */
    record Failure(int code, String text) implements TftpPacket {}

    /** The options the server accepted, names in lower case. */
    record OptionAck(Map<String, String> options) implements TftpPacket {}

    /** Anything else. */
    record Odd(int opcode) implements TftpPacket {}

    /** Reads a datagram. */
    static TftpPacket read(byte[] datagram, int length) {
        if (length < 2) {
            return new Odd(-1);
        }
        int opcode = datagram[0] << 8 | (datagram[1] & 0xFF);
        if (opcode == 6) {
            return new OptionAck(options(datagram, length));
        }
        if (length < 4 || (opcode != 3 && opcode != 5)) {
            return new Odd(opcode);
        }
        int number = (datagram[2] & 0xFF) << 8 | (datagram[3] & 0xFF);
        return opcode == 3
                ? new Data(number, Octets.of(Arrays.copyOfRange(datagram, 4, length)))
                : new Failure(number, text(datagram, 4, length));
    }

    /** A read request for a file in octet mode. */
    static byte[] readRequest(String name, Map<String, String> options) {
        var out = new ByteArrayOutputStream();
        out.write(0);
        out.write(1);
        put(out, name);
        put(out, "octet");
        options.forEach((option, value) -> {
            put(out, option);
            put(out, value);
        });
        return out.toByteArray();
    }

    /** The acknowledgement of a block, or of the options with block 0. */
    static byte[] ack(int block) {
        return ByteBuffer.allocate(4)
                .putShort((short) 4)
                .putShort((short) block)
                .array();
    }

    /** An error packet. */
    static byte[] error(int code, String text) {
        var words = text.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(5 + words.length)
                .putShort((short) 5)
                .putShort((short) code)
                .put(words)
                .array();
    }

    private static void put(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        out.write(0);
    }

    private static Map<String, String> options(byte[] datagram, int length) {
        var options = new LinkedHashMap<String, String>();
        int at = 2;
        while (at < length) {
            var name = text(datagram, at, length);
            at += name.length() + 1;
            var value = text(datagram, at, length);
            at += value.length() + 1;
            options.put(name.toLowerCase(Locale.ROOT), value);
        }
        return options;
    }

    /** A NUL-terminated text; ISO-8859-1 so that one character is one byte. */
    private static String text(byte[] datagram, int from, int length) {
        int end = from;
        while (end < length && datagram[end] != 0) {
            end++;
        }
        return from >= length ? "" : new String(datagram, from, end - from, StandardCharsets.ISO_8859_1);
    }
}
