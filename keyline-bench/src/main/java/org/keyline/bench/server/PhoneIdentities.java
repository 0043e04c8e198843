package org.keyline.bench.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.stream.IntStream;
import org.keyline.trust.certificate.CertificatePurpose;
import org.keyline.trust.certificate.KeyType;
import org.keyline.trust.certificate.PemKeyFile;
import org.keyline.trust.lsc.LscIssuer;
import org.keyline.trust.lsc.UnacceptableKeyException;

/** The LSCs of the encrypted phones, issued with the node's own CAPF key; the phones share one RSA key of 2048 bits. */
final class PhoneIdentities {
    private static final int VALIDITY_YEARS = 1;

    private PhoneIdentities() {}

    /** Writes {@code NAME.crt} and {@code NAME.key} for each phone. */
    static void issue(Path nodeCertificates, Path directory, int phones) throws IOException {
        var capf = PemKeyFile.read(nodeCertificates.resolve(CertificatePurpose.CAPF.keyFileName()));
        var issuer = new LscIssuer(capf, VALIDITY_YEARS);
        var keys = rsa();
        Files.createDirectories(directory);
        var sharedKey = directory.resolve("shared.key");
        Files.writeString(sharedKey, pem(keys));
        IntStream.range(0, phones).parallel().forEach(index -> {
            try {
                var name = PhoneFarm.name(PhoneFarm.FIRST_SECURE, index);
                var certificate = issuer.issue(name, keys.getPublic(), KeyType.RSA_2048);
                Files.write(directory.resolve(name + ".crt"), PemKeyFile.text(certificate));
                Files.createLink(directory.resolve(name + ".key"), sharedKey);
            } catch (IOException | UnacceptableKeyException e) {
                throw new IllegalStateException("cannot issue a certificate", e);
            }
        });
    }

    private static KeyPair rsa() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has RSA", e);
        }
    }

    private static String pem(KeyPair keys) {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(keys.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }
}
