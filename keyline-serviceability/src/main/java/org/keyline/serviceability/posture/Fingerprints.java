package org.keyline.serviceability.posture;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;

/**
 * The digests of the few files that all phones fetch, each made once: comparing the bytes with those of the last few
 * takes a hundredth of the time.
 */
final class Fingerprints {
    private static final int KEPT = 6;

    private final Deque<Print> newest = new ArrayDeque<>();

    /** The digests of some bytes. */
    record Print(ByteBuffer content, String md5, String sha256) {}

    synchronized Print of(byte[] content) {
        var bytes = ByteBuffer.wrap(content);
        for (var known : newest) {
            if (known.content().equals(bytes)) {
                return known;
            }
        }
        var print = new Print(ByteBuffer.wrap(content.clone()), md5(content), sha256(content));
        newest.addFirst(print);
        if (newest.size() > KEPT) {
            newest.removeLast();
        }
        return print;
    }

    static String md5(byte[] content) {
        return digest("MD5", content);
    }

    static String sha256(byte[] content) {
        return digest("SHA-256", content);
    }

    private static String digest(String algorithm, byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java runtime has no " + algorithm, e);
        }
    }
}
