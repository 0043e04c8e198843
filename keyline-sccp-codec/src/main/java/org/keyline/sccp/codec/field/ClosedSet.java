package org.keyline.sccp.codec.field;

import io.netty.util.collection.IntObjectHashMap;
import org.keyline.sccp.codec.wire.MalformedMessage;

/** The members of an enumeration by their number. Shared by all threads, filled once. */
final class ClosedSet<E extends Enum<E> & CodePoint> {
    private final String name;
    private final IntObjectHashMap<E> members = new IntObjectHashMap<>();

    ClosedSet(Class<E> type) {
        name = type.getSimpleName();
        for (E member : type.getEnumConstants()) {
            members.put(member.number(), member);
        }
    }

    /** The member with this number; there is no meaning to go on with if none has it. */
    E of(int number) {
        E member = members.get(number);
        if (member == null) {
            throw new MalformedMessage(name + " has no number " + Integer.toUnsignedString(number));
        }
        return member;
    }
}
