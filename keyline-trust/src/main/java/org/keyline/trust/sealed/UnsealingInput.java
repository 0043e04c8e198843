package org.keyline.trust.sealed;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Objects;
import org.keyline.trust.sealed.SealedFileException.Reason;
import org.keyline.trust.secret.Secret;

/**
 * Reads a sealed file. What comes out was found unchanged; the end of the stream is the end that was sealed.
 *
 * <p>Every method throws {@link SealedFileException} for a file that is not as it was sealed.
 */
public final class UnsealingInput extends InputStream {
    private final BufferedInputStream in;
    private final SealingKey key;
    private final byte[] sealed = new byte[SealedHeader.CHUNK + SealingKey.TAG];
    private byte[] plain = new byte[0];
    private int next;
    private long place;
    private boolean isLast;

    /** Begins to read; takes about a second by intent. The file beneath is closed when this fails. */
    public UnsealingInput(InputStream in, Secret passphrase) throws IOException {
        this(in, passphrase, DerivationCost.MOST);
    }

    UnsealingInput(InputStream file, Secret passphrase, DerivationCost most) throws IOException {
        this.in = new BufferedInputStream(file, SealedHeader.CHUNK + SealingKey.TAG);
        try {
            var header = SealedHeader.read(in, most);
            var check = in.readNBytes(SealingKey.CHECK);
            if (check.length < SealingKey.CHECK) {
                throw new SealedFileException(Reason.DAMAGED, "It ends in its beginning");
            }
            this.key = SealingKey.of(passphrase, header);
            if (!key.fits(check)) {
                throw new SealedFileException(
                        Reason.WRONG_PASSPHRASE, "The passphrase is wrong, or the beginning of the file was changed");
            }
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    @Override
    public int read() throws IOException {
        var octet = new byte[1];
        return read(octet, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(octet[0]);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) {
            return 0;
        }
        while (next == plain.length) {
            if (isLast) {
                return -1;
            }
            open();
        }
        int part = Math.min(length, plain.length - next);
        System.arraycopy(plain, next, target, offset, part);
        next += part;
        return part;
    }

    private void open() throws IOException {
        int length = in.readNBytes(sealed, 0, sealed.length);
        in.mark(1);
        isLast = in.read() < 0;
        in.reset();
        Arrays.fill(plain, (byte) 0);
        try {
            plain = key.open(sealed, length, isLast);
        } catch (GeneralSecurityException changed) {
            throw new SealedFileException(
                    Reason.DAMAGED, "It was changed or cut off, in or after byte " + place + " of its content");
        }
        next = 0;
        place += plain.length;
    }

    @Override
    public void close() throws IOException {
        key.close();
        Arrays.fill(plain, (byte) 0);
        in.close();
    }
}
