package org.keyline.trust.certificate;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.keyline.trust.storage.AtomicFile;

/**
 * A PEM file with one private key (PKCS #8), its certificate and, behind it, the certificates of its issuers.
 *
 * <p>All stand in one file so that they can only be replaced together.
 */
public final class PemKeyFile {
    private static final long LONGEST = 64 * 1024;

    private PemKeyFile() {}

    /** Writes {@code material} to {@code file}, readable by the owner only, as a whole or not at all. */
    public static void write(Path file, KeyMaterial material) throws IOException {
        var text = new StringWriter();
        try (var pem = new JcaPEMWriter(text)) {
            pem.writeObject(new JcaPKCS8Generator(material.key(), null));
            for (var certificate : material.chain()) {
                pem.writeObject(certificate);
            }
        }
        AtomicFile.write(file, text.toString().getBytes(StandardCharsets.US_ASCII), AtomicFile.Access.OWNER_ONLY);
    }

    /** The PEM text of {@code certificate} alone. */
    public static byte[] text(X509Certificate certificate) {
        var text = new StringWriter();
        try (var pem = new JcaPEMWriter(text)) {
            pem.writeObject(certificate);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Reads {@code file}.
     *
     * @throws UnusableKeyFileException when it does not hold one key and the certificate of that key
     */
    public static KeyMaterial read(Path file) throws IOException {
        if (Files.size(file) > LONGEST) {
            throw new UnusableKeyFileException(file, "it is longer than " + LONGEST + " bytes");
        }
        return parse(file, new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
    }

    private static KeyMaterial parse(Path file, String text) throws UnusableKeyFileException {
        var key = Optional.<PrivateKey>empty();
        var certificates = new ArrayList<X509Certificate>();
        try (var pem = new PEMParser(new StringReader(text))) {
            for (var object = pem.readObject(); object != null; object = pem.readObject()) {
                switch (object) {
                    case PrivateKeyInfo info -> key = Optional.of(new JcaPEMKeyConverter().getPrivateKey(info));
                    case PEMKeyPair pair ->
                        key = Optional.of(new JcaPEMKeyConverter().getPrivateKey(pair.getPrivateKeyInfo()));
                    case X509CertificateHolder holder -> certificates.add(Certificates.parse(holder.getEncoded()));
                    default -> throw new UnusableKeyFileException(file, "it holds something else than a key");
                }
            }
        } catch (UnusableKeyFileException e) {
            throw e;
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw new UnusableKeyFileException(file, "it is damaged", e);
        }
        return pair(
                file,
                key.orElseThrow(() -> new UnusableKeyFileException(file, "it holds no private key")),
                certificates);
    }

    private static KeyMaterial pair(Path file, PrivateKey key, List<X509Certificate> certificates)
            throws UnusableKeyFileException {
        if (certificates.isEmpty()) {
            throw new UnusableKeyFileException(file, "it holds no certificate");
        }
        if (!belongTogether(key, certificates.getFirst())) {
            throw new UnusableKeyFileException(file, "its private key does not belong to its certificate");
        }
        return new KeyMaterial(key, certificates.getFirst(), certificates.subList(1, certificates.size()));
    }

    /** Signs something and checks it with the certificate: the one test that fits every kind of key. */
    public static boolean belongTogether(PrivateKey key, X509Certificate certificate) {
        try {
            var signature =
                    Signature.getInstance(key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA");
            signature.initSign(key);
            signature.update((byte) 1);
            var bytes = signature.sign();
            signature.initVerify(certificate.getPublicKey());
            signature.update((byte) 1);
            return signature.verify(bytes);
        } catch (GeneralSecurityException doNotFit) {
            return false;
        }
    }
}
