package org.keyline.tftp.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.function.Supplier;
import org.keyline.tftp.ServedFile;
import org.keyline.trust.certificate.CertificatePurpose;
import org.keyline.trust.certificate.Certificates;
import org.keyline.trust.certificate.NodeCertificates;
import org.keyline.trust.signedfile.EncryptedFileWriter;
import org.keyline.trust.signing.SignatureDigest;
import org.keyline.trust.signing.Signer;
import org.keyline.trust.signing.SigningException;

/**
 * The {@code .enc.sgn} forms of configuration files: encrypted for the phone's key, with a fresh key and vector each
 * time the content, the phone's certificate or the signer changes.
 */
final class EncryptedForms {
    private final Supplier<NodeCertificates> certificates;
    private final SigningTurns turns;
    private final Clock clock;
    private final FileCounts made;
    private final BoundedCache<FormKey> cache;

    /** What an encrypted form depends on. */
    record Key(
            String name, ByteBuffer contentHash, X509Certificate phone, SignatureDigest digest, X509Certificate signer)
            implements FormKey {}

    /**
     * @param cache where they are kept
     * @param made counts each signature and each encryption
     */
    EncryptedForms(
            Supplier<NodeCertificates> certificates,
            BoundedCache<FormKey> cache,
            SigningTurns turns,
            Clock clock,
            FileCounts made) {
        this.certificates = certificates;
        this.cache = cache;
        this.turns = turns;
        this.clock = clock;
        this.made = made;
    }

    /** The encrypted form of {@code content} for the owner of {@code phone}, under the name asked for. */
    ServedFile of(String name, byte[] content, X509Certificate phone, SignatureDigest digest)
            throws SigningException, IOException {
        var signer = certificates.get().of(CertificatePurpose.CALLMANAGER);
        var hash = ByteBuffer.wrap(Certificates.digest("SHA-256", content));
        return cache.get(
                new Key(name, hash, phone, digest, signer.certificate()),
                () -> turns.make(() -> {
                    var writer = new EncryptedFileWriter(Signer.of(signer), digest);
                    var file = ServedFile.of(writer.write(name, content, phone.getPublicKey(), clock.instant()));
                    made.encrypted().increment();
                    made.signed().increment();
                    return file;
                }));
    }
}
