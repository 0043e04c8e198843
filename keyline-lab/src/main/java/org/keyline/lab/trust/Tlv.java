package org.keyline.lab.trust;

import org.keyline.lab.files.Octets;

/**
 * One element: a tag, two bytes of length, the value.
 *
 * @param tag 0…255; header and records have separate numbers
 * @param offset where the tag stands in the file
 * @param value the bytes after the length
 */
record Tlv(int tag, int offset, Octets value) {
    /** Tag and length. */
    static final int PREFIX = 3;

    /** Reads the element at an offset, which must end at or before {@code end}. */
    static Tlv at(Octets file, int offset, int end) throws MalformedFile {
        if (offset + PREFIX > end) {
            throw new MalformedFile("element cut off at " + offset);
        }
        int length = file.u16(offset + 1);
        if (offset + PREFIX + length > end) {
            throw new MalformedFile("element " + file.at(offset) + " at " + offset + " runs past its container");
        }
        return new Tlv(file.at(offset), offset, file.slice(offset + PREFIX, offset + PREFIX + length));
    }

    /** Where the next element stands. */
    int end() {
        return offset + PREFIX + value.length();
    }

    /** The value as a number of exactly one or two bytes. */
    int number(int bytes) throws MalformedFile {
        if (value.length() != bytes) {
            throw new MalformedFile("element " + tag + " has " + value.length() + " bytes, not " + bytes);
        }
        return bytes == 1 ? value.at(0) : value.u16(0);
    }

    /** The value as text, whose final zero byte counts in the length. */
    String text() throws MalformedFile {
        int length = value.length();
        if (length == 0 || value.at(length - 1) != 0) {
            throw new MalformedFile("text in element " + tag + " lacks its final zero");
        }
        return value.slice(0, length - 1).text();
    }
}
