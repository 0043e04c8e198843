package org.keyline.node.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Copies a stream and tells its SHA-256. */
final class Digesting {
    private static final int PIECE = 64 * 1024;

    private final MessageDigest digest;
    private final OutputStream out;
    private long length;

    Digesting(OutputStream out) {
        this.out = out;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }

    /** Copies at most {@code most} bytes; fewer when the stream ends. */
    void copy(InputStream in, long most, Watch watch) throws IOException {
        var piece = new byte[PIECE];
        long left = most;
        while (left > 0) {
            int read = in.read(piece, 0, (int) Math.min(piece.length, left));
            if (read < 0) {
                return;
            }
            digest.update(piece, 0, read);
            out.write(piece, 0, read);
            left -= read;
            length += read;
            watch.copied(read);
        }
    }

    /** Hears of each piece. */
    @FunctionalInterface
    interface Watch {
        void copied(int bytes);
    }

    long length() {
        return length;
    }

    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
