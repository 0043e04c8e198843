package org.keyline.trust.trustlist;

import java.util.ArrayList;
import java.util.List;
import org.keyline.trust.tlv.MalformedFileException;
import org.keyline.trust.tlv.Octets;
import org.keyline.trust.tlv.SignedHeader;
import org.keyline.trust.tlv.TlvReader;

/** Reads trust lists; every length is checked before it is used. Reading proves nothing about the signature. */
public final class TrustListReader {
    /** Longer than any list that a phone accepts. */
    private static final int LONGEST_FILE = 128 * 1024;

    private TrustListReader() {}

    /**
     * Reads a whole list.
     *
     * @throws MalformedFileException when it breaks the format; the message says where
     */
    public static TrustList read(byte[] file) throws MalformedFileException {
        if (file.length > LONGEST_FILE) {
            throw new MalformedFileException(
                    "A trust list of " + file.length + " bytes is longer than " + LONGEST_FILE);
        }
        var header = SignedHeader.read(file);
        return new TrustList(header, records(file, header.length()), Octets.of(file));
    }

    private static List<TrustListRecord> records(byte[] file, int start) throws MalformedFileException {
        var records = new ArrayList<TrustListRecord>();
        var offset = start;
        while (offset < file.length) {
            var end = offset + recordLength(file, offset);
            records.add(new RecordReader(file, offset, end).read());
            offset = end;
        }
        return List.copyOf(records);
    }

    private static int recordLength(byte[] file, int offset) throws MalformedFileException {
        var first = new TlvReader(file, offset, file.length);
        if (first.next() != RecordTag.LENGTH) {
            throw new MalformedFileException("The record at offset " + offset + " does not start with its length");
        }
        var length = first.u16();
        if (length < first.position() - offset || length > file.length - offset) {
            throw new MalformedFileException("The record at offset " + offset + " says " + length + " bytes, but "
                    + (file.length - offset) + " are left");
        }
        return length;
    }
}
