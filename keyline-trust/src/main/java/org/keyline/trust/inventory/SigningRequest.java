package org.keyline.trust.inventory;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.keyline.trust.certificate.CertificatePurpose;
import org.keyline.trust.certificate.CertificateSignature;
import org.keyline.trust.certificate.KeyType;
import org.keyline.trust.storage.AtomicFile;

/**
 * A request for a certificate (PKCS #10) that waits for its answer. Its key was made for it and lies beside the node's
 * other keys, readable by the owner only, until the signed certificate is installed.
 *
 * @param key its private key; never printed
 * @param request what a certificate authority is given
 */
record SigningRequest(PrivateKey key, PKCS10CertificationRequest request) {
    static SigningRequest make(X500Name subject, Extensions extensions) {
        var keys = KeyType.RSA_2048.generate();
        var builder = new JcaPKCS10CertificationRequestBuilder(subject, keys.getPublic())
                .addAttribute(PKCSObjectIdentifiers.pkcs_9_at_extensionRequest, extensions);
        return new SigningRequest(
                keys.getPrivate(), builder.build(CertificateSignature.SHA256.with(keys.getPrivate())));
    }

    private static Path file(Path directory, CertificatePurpose purpose) {
        return directory.resolve(purpose.name().toLowerCase(Locale.ROOT) + "-request.pem");
    }

    void write(Path directory, CertificatePurpose purpose) throws IOException {
        var text = new StringWriter();
        try (var pem = new JcaPEMWriter(text)) {
            pem.writeObject(new JcaPKCS8Generator(key, null));
            pem.writeObject(request);
        }
        AtomicFile.write(
                file(directory, purpose),
                text.toString().getBytes(StandardCharsets.US_ASCII),
                AtomicFile.Access.OWNER_ONLY);
    }

    /** The request that waits for {@code purpose}. */
    static Optional<SigningRequest> read(Path directory, CertificatePurpose purpose) throws IOException {
        var file = file(directory, purpose);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (var pem = new PEMParser(new StringReader(Files.readString(file, StandardCharsets.US_ASCII)))) {
            if (pem.readObject() instanceof PrivateKeyInfo key
                    && pem.readObject() instanceof PKCS10CertificationRequest request) {
                return Optional.of(new SigningRequest(new JcaPEMKeyConverter().getPrivateKey(key), request));
            }
        }
        throw new IOException("The certificate request " + file + " is damaged. Delete it and make a new one.");
    }

    static void remove(Path directory, CertificatePurpose purpose) throws IOException {
        Files.deleteIfExists(file(directory, purpose));
    }

    /** The request as text, for a certificate authority. */
    byte[] pem() {
        var text = new StringWriter();
        try (var pem = new JcaPEMWriter(text)) {
            pem.writeObject(request);
        } catch (IOException e) {
            throw new IllegalStateException("A request just made cannot be written", e);
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** Hides the key. */
    @Override
    public String toString() {
        return "SigningRequest[key=(hidden), subject=" + request.getSubject() + "]";
    }
}
