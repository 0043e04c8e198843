package org.keyline.trust.sealed;

import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import org.keyline.trust.secret.Secret;

/**
 * Seals what is written to it under a passphrase, in chunks of 64 KiB. Whoever gives up does not call
 * {@link #finish()}; what was written is then no whole file.
 */
public final class SealingOutput extends OutputStream {
    private final OutputStream out;
    private final SealingKey key;
    private final byte[] chunk = new byte[SealedHeader.CHUNK];
    private int filled;
    private boolean isFinished;

    /** Begins a sealed file; takes about a second by intent. */
    public SealingOutput(OutputStream out, Secret passphrase) throws IOException {
        this(out, passphrase, DerivationCost.STANDARD);
    }

    SealingOutput(OutputStream out, Secret passphrase, DerivationCost cost) throws IOException {
        this.out = out;
        var header = SealedHeader.fresh(cost);
        this.key = SealingKey.of(passphrase, header);
        out.write(header.bytes());
        out.write(key.check());
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] content, int offset, int length) throws IOException {
        int from = offset;
        int left = length;
        while (left > 0) {
            if (filled == chunk.length) {
                seal(false);
            }
            int part = Math.min(left, chunk.length - filled);
            System.arraycopy(content, from, chunk, filled, part);
            filled += part;
            from += part;
            left -= part;
        }
    }

    private void seal(boolean isLast) throws IOException {
        try {
            out.write(key.seal(chunk, filled, isLast));
            filled = 0;
        } catch (GeneralSecurityException e) {
            throw new IOException("The file cannot be sealed", e);
        }
    }

    /** Writes the last chunk, without which nobody takes the file for whole; nothing can be written after it. */
    public void finish() throws IOException {
        if (!isFinished) {
            isFinished = true;
            seal(true);
            out.flush();
        }
    }

    /** Forgets the key. The file beneath stays open: it is its owner's. */
    @Override
    public void close() {
        key.close();
        Arrays.fill(chunk, (byte) 0);
    }
}
