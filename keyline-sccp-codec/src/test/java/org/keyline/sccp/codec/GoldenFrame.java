package org.keyline.sccp.codec;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.keyline.sccp.codec.message.SccpMessage;
import org.keyline.sccp.codec.message.Sender;
import org.keyline.sccp.codec.wire.Dialect;

/**
 * A whole frame in hexadecimal with a comment to each group of bytes, and the message it is.
 *
 * @param name what it shows
 * @param from who sends it
 * @param version the negotiated version
 * @param message the message
 * @param hex the frame; {@code //} begins a comment, {@code {00*9}} stands for nine zeros
 */
record GoldenFrame(String name, Sender from, int version, SccpMessage message, String hex) {
    private static final Pattern ZEROS = Pattern.compile("\\{00\\*(\\d+)}");

    static GoldenFrame station(String name, int version, SccpMessage message, String hex) {
        return new GoldenFrame(name, Sender.STATION, version, message, hex);
    }

    static GoldenFrame server(String name, int version, SccpMessage message, String hex) {
        return new GoldenFrame(name, Sender.SERVER, version, message, hex);
    }

    Dialect dialect() {
        return Dialect.latin1(version);
    }

    byte[] bytes() {
        var digits = hex.replaceAll("//.*", "").replaceAll("\\s", "");
        return HexFormat.of()
                .parseHex(ZEROS.matcher(digits).replaceAll(zeros -> "00".repeat(Integer.parseInt(zeros.group(1)))));
    }

    ByteBuf buffer() {
        return Unpooled.wrappedBuffer(bytes());
    }

    @Override
    public String toString() {
        return name;
    }
}
