package org.keyline.capf.message;

import io.netty.buffer.Unpooled;
import java.util.HashMap;
import java.util.Optional;
import org.keyline.trust.tlv.Octets;

/**
 * What newer phones show beside their certificate (element 16): three parts, each one byte and a length of two.
 *
 * @param certificate part 00: a certificate in DER
 * @param sha1 part 01: signs session id and certificate with SHA-1
 * @param sha512 part 03: the same with SHA-512
 */
public record SudiElement(Octets certificate, Optional<Octets> sha1, Optional<Octets> sha512) {
    private static final int PART_HEADER = 3;

    static SudiElement read(Octets element) {
        var in = Unpooled.wrappedBuffer(element.bytes());
        var parts = new HashMap<Integer, Octets>();
        while (in.isReadable()) {
            if (in.readableBytes() < PART_HEADER) {
                throw new MalformedMessage("A part of the SUDI element is cut off");
            }
            var part = (int) in.readUnsignedByte();
            var length = in.readUnsignedShort();
            if (length > in.readableBytes()) {
                throw new MalformedMessage("A part of the SUDI element runs over its end");
            }
            var bytes = new byte[length];
            in.readBytes(bytes);
            parts.put(part, Octets.of(bytes));
        }
        var certificate = parts.get(0);
        if (certificate == null) {
            throw new MalformedMessage("The SUDI element has no certificate");
        }
        return new SudiElement(certificate, Optional.ofNullable(parts.get(1)), Optional.ofNullable(parts.get(3)));
    }
}
