package org.keyline.lab.capf;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.keyline.lab.files.Octets;

/**
 * One CAPF message.
 *
 * <pre>
 * 0  protocol id 55 hex   1  command   2  session id (4)   6  length of the elements (2)   8  elements
 * </pre>
 *
 * @param command what it asks or answers
 * @param session chosen by the server, echoed by the phone
 * @param elements by tag, unknown tags included; written in ascending order of tag
 */
public record CapfMessage(CapfCommand command, int session, Map<Integer, Octets> elements) {
    static final int PROTOCOL = 0x55;
    private static final int ELEMENT_HEADER = 3;

    /** A message without elements yet. */
    public static CapfMessage of(CapfCommand command, int session) {
        return new CapfMessage(command, session, Map.of());
    }

    /** The same with one more element. */
    public CapfMessage with(CapfTag tag, Octets value) {
        var more = new TreeMap<>(elements);
        more.put(tag.id(), value);
        return new CapfMessage(command, session, more);
    }

    /** The same with one more element of one byte. */
    public CapfMessage with(CapfTag tag, int value) {
        return with(tag, Octets.of(new byte[] {(byte) value}));
    }

    /** An element's value, if it is there. */
    public Optional<Octets> element(CapfTag tag) {
        return Optional.ofNullable(elements.get(tag.id()));
    }

    /** An element of one or two bytes as a number, if it is there. */
    public Optional<Integer> number(CapfTag tag) {
        return element(tag)
                .filter(value -> value.length() == 1 || value.length() == 2)
                .map(value -> value.length() == 1 ? value.at(0) : value.u16(0));
    }

    /** The bytes, to be written at once: real phones and servers stall when a message is split. */
    public byte[] encode() {
        var body = new ByteArrayOutputStream();
        elements.forEach((tag, value) -> {
            body.write(tag);
            body.write(value.length() >> 8);
            body.write(value.length());
            body.writeBytes(value.toArray());
        });
        return ByteBuffer.allocate(8 + body.size())
                .put((byte) PROTOCOL)
                .put((byte) command.id())
                .putInt(session)
                .putShort((short) body.size())
                .put(body.toByteArray())
                .array();
    }

    /** Reads exactly one message; an {@link java.io.EOFException} when the server has hung up. */
    public static CapfMessage read(InputStream stream) throws IOException, CapfTrouble {
        var in = new DataInputStream(stream);
        if (in.readUnsignedByte() != PROTOCOL) {
            throw new CapfTrouble("protocol id is not 55 hex");
        }
        int command = in.readUnsignedByte();
        int session = in.readInt();
        var body = new byte[in.readUnsignedShort()];
        in.readFully(body);
        return new CapfMessage(CapfCommand.of(command), session, elements(Octets.of(body)));
    }

    private static Map<Integer, Octets> elements(Octets body) throws CapfTrouble {
        var elements = new TreeMap<Integer, Octets>();
        int at = 0;
        while (at < body.length()) {
            if (at + ELEMENT_HEADER > body.length()) {
                throw new CapfTrouble("element cut off at " + at);
            }
            int end = at + ELEMENT_HEADER + body.u16(at + 1);
            if (end > body.length()) {
                throw new CapfTrouble("element " + body.at(at) + " runs over the end of the message");
            }
            elements.put(body.at(at), body.slice(at + ELEMENT_HEADER, end));
            at = end;
        }
        return elements;
    }

    /** Only which elements there are: they may hold a password. */
    @Override
    public String toString() {
        return command + " " + elements.keySet();
    }
}
