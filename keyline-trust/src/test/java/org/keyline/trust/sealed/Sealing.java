package org.keyline.trust.sealed;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.keyline.trust.secret.Secret;

/** Seals and opens in memory, with a key that costs little. */
final class Sealing {
    static final DerivationCost CHEAP = new DerivationCost(64, 1, 2);
    static final String PASSPHRASE = "four words of nobody's";

    private Sealing() {}

    static byte[] seal(byte[] content) {
        var out = new ByteArrayOutputStream();
        try (var passphrase = Secret.of(PASSPHRASE);
                var sealing = new SealingOutput(out, passphrase, CHEAP)) {
            sealing.write(content);
            sealing.finish();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    static byte[] open(byte[] sealed) throws IOException {
        return open(sealed, PASSPHRASE, CHEAP);
    }

    static byte[] open(byte[] sealed, String passphrase, DerivationCost most) throws IOException {
        try (var secret = Secret.of(passphrase);
                InputStream opened = new UnsealingInput(new ByteArrayInputStream(sealed), secret, most)) {
            return opened.readAllBytes();
        }
    }
}
