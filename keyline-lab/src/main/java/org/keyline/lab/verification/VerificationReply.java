package org.keyline.lab.verification;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.keyline.lab.files.Octets;

/**
 * A reply as it came over the wire.
 *
 * @param command 2 to VERIFY, 4 to QUERY
 * @param id the request's
 * @param elements by tag
 */
public record VerificationReply(int command, int id, Map<Integer, Octets> elements) {
    private static final int CERTIFICATE = 2;
    private static final int STATUS = 7;
    private static final int ROLES = 8;
    private static final int TIME_TO_LIVE = 9;

    /** Keeps its own map. */
    public VerificationReply {
        elements = Map.copyOf(elements);
    }

    /** Reads exactly one reply; an {@link java.io.EOFException} when the server has hung up. */
    public static VerificationReply read(InputStream stream) throws IOException {
        var in = new DataInputStream(stream);
        if (in.readUnsignedByte() != VerificationRequest.PROTOCOL
                || in.readUnsignedByte() != VerificationRequest.VERSION) {
            throw new IOException("no reply of a trust verification service");
        }
        int command = in.readUnsignedByte();
        in.readByte();
        int id = in.readInt();
        var body = new byte[in.readUnsignedShort()];
        in.readFully(body);
        return new VerificationReply(command, id, elements(Octets.of(body)));
    }

    private static Map<Integer, Octets> elements(Octets body) throws IOException {
        var elements = new HashMap<Integer, Octets>();
        for (int at = 0; at < body.length(); ) {
            int start = at + 3;
            if (start > body.length() || start + body.u16(at + 1) > body.length()) {
                throw new IOException("element cut off at " + at);
            }
            int end = start + body.u16(at + 1);
            elements.put(body.at(at), body.slice(start, end));
            at = end;
        }
        return elements;
    }

    /** Whether the certificate may be trusted. */
    public boolean isTrusted() {
        return Optional.ofNullable(elements.get(STATUS))
                .filter(Octets.ofHex("00")::equals)
                .isPresent();
    }

    /** The certificate that was asked for. */
    public Optional<Octets> certificate() {
        return Optional.ofNullable(elements.get(CERTIFICATE));
    }

    /** What it is good for, by number. */
    public int[] roles() {
        var roles = elements.getOrDefault(ROLES, Octets.empty());
        return IntStream.range(0, roles.length()).map(roles::at).toArray();
    }

    /** How many seconds the phone may go by this. */
    public long timeToLive() {
        var seconds = elements.getOrDefault(TIME_TO_LIVE, Octets.empty());
        return seconds.length() == 4 ? seconds.u32(0) : 0;
    }
}
