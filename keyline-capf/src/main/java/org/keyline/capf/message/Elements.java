package org.keyline.capf.message;

import io.netty.buffer.ByteBuf;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.keyline.trust.tlv.Octets;

/** The elements of a message by tag, unknown ones among them; of two with one tag the first. */
record Elements(Map<Integer, Octets> byTag) {
    private static final int ELEMENT_HEADER = 3;

    static Elements read(ByteBuf in) {
        var byTag = new HashMap<Integer, Octets>();
        while (in.isReadable()) {
            if (in.readableBytes() < ELEMENT_HEADER) {
                throw new MalformedMessage("An element is cut off");
            }
            var tag = (int) in.readUnsignedByte();
            var length = in.readUnsignedShort();
            if (length > in.readableBytes()) {
                throw new MalformedMessage("Element " + tag + " runs over the end of the message");
            }
            var value = new byte[length];
            in.readBytes(value);
            byTag.putIfAbsent(tag, Octets.of(value));
        }
        return new Elements(byTag);
    }

    Optional<Octets> octets(Tag tag) {
        return Optional.ofNullable(byTag.get(tag.id()));
    }

    /** An element of one byte. */
    Optional<Integer> number(Tag tag) {
        return octets(tag).map(value -> {
            if (value.length() != 1) {
                throw new MalformedMessage("Element " + tag + " is not one byte");
            }
            return value.bytes()[0] & 0xff;
        });
    }

    boolean saysSuccess() {
        return number(Tag.REASON)
                .filter(reason -> reason == PhoneMessage.SUCCESS)
                .isPresent();
    }
}
