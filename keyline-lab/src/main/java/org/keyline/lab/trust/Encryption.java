package org.keyline.lab.trust;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.keyline.lab.files.Octets;

/**
 * How an encrypted configuration file was encrypted: elements 16 to 27 of its header.
 *
 * @param initialVector of AES-CBC, 16 bytes
 * @param padding bytes to drop from the decrypted end, 1…16
 * @param wrappedKey the AES key under the phone's public RSA key
 * @param digest the digest of the plaintext
 * @param plaintextDigest its value
 */
public record Encryption(Octets initialVector, int padding, Octets wrappedKey, Digest digest, Octets plaintextDigest) {
    private static final int BLOCK = 16;

    /** Reads the elements from those of a header; empty if the file is not encrypted. */
    static Optional<Encryption> read(Map<Integer, Tlv> header) throws MalformedFile {
        if (!header.containsKey(16)) {
            return Optional.empty();
        }
        var encryption = new Encryption(
                required(header, 19).value(),
                required(header, 20).number(2),
                required(header, 25).value(),
                Digest.of(required(header, 26).number(1)),
                required(header, 27).value());
        encryption.check(required(header, 23).number(2));
        return Optional.of(encryption);
    }

    private void check(int wrappedBits) throws MalformedFile {
        if (initialVector.length() != BLOCK || padding < 1 || padding > BLOCK) {
            throw new MalformedFile("initial vector or pad count is out of range");
        }
        if (wrappedBits != 8 * wrappedKey.length()) {
            throw new MalformedFile("wrapped key is not as long as announced");
        }
    }

    /** Decrypts; empty when the key is not the one the file was made for or the result is not what was encrypted. */
    Optional<Octets> decrypt(Octets ciphertext, PrivateKey phoneKey) {
        try {
            var unwrap = Cipher.getInstance("RSA/ECB/PKCS1Padding");
            unwrap.init(Cipher.DECRYPT_MODE, phoneKey);
            var key = new SecretKeySpec(unwrap.doFinal(wrappedKey.toArray()), "AES");
            var aes = Cipher.getInstance("AES/CBC/NoPadding");
            aes.init(Cipher.DECRYPT_MODE, key, new IvParameterSpec(initialVector.toArray()));
            var padded = Octets.of(aes.doFinal(ciphertext.toArray()));
            return Optional.of(padded)
                    .filter(text -> text.length() >= padding)
                    .map(text -> text.slice(0, text.length() - padding))
                    .filter(text -> digest.over(text).equals(plaintextDigest));
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Tlv required(Map<Integer, Tlv> header, int tag) throws MalformedFile {
        var element = header.get(tag);
        if (element == null) {
            throw new MalformedFile("encrypted file lacks element " + tag);
        }
        return element;
    }

    /** Without the wrapped key. */
    @Override
    public String toString() {
        return "Encryption[padding=" + padding + ", digest=" + digest + "]";
    }
}
