package org.keyline.sccp.codec.field;

import io.netty.util.collection.IntObjectHashMap;
import java.util.Collection;
import java.util.Collections;
import java.util.function.IntFunction;

/**
 * The named members of an open set of numbers. A known number always gives the same object, so that decoding allocates
 * nothing; an unknown one gives a new value that keeps it. Shared by all threads, filled once.
 */
final class OpenSet<T extends CodePoint> {
    private final IntFunction<T> unnamed;
    private final IntObjectHashMap<T> members = new IntObjectHashMap<>();
    private final IntObjectHashMap<String> names = new IntObjectHashMap<>();

    OpenSet(IntFunction<T> unnamed) {
        this.unnamed = unnamed;
    }

    T add(int number, String name) {
        T member = unnamed.apply(number);
        members.put(number, member);
        names.put(number, name);
        return member;
    }

    T of(int number) {
        T member = members.get(number);
        return member == null ? unnamed.apply(number) : member;
    }

    String name(int number) {
        String name = names.get(number);
        return name == null ? Integer.toUnsignedString(number) : name;
    }

    Collection<T> named() {
        return Collections.unmodifiableCollection(members.values());
    }
}
