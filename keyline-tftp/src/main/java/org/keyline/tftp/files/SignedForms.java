package org.keyline.tftp.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.keyline.tftp.ServedFile;
import org.keyline.trust.certificate.CertificatePurpose;
import org.keyline.trust.certificate.Certificates;
import org.keyline.trust.certificate.KeyMaterial;
import org.keyline.trust.certificate.NodeCertificates;
import org.keyline.trust.signedfile.SignedFileWriter;
import org.keyline.trust.signing.SignatureDigest;
import org.keyline.trust.signing.Signer;
import org.keyline.trust.signing.SigningException;

/**
 * The {@code .sgn} forms of files. One signature serves every phone and every repetition until the content, the name
 * asked for or the signer changes (spec OV-56).
 */
final class SignedForms {
    private final Supplier<NodeCertificates> certificates;
    private final SavedForms saved;
    private final SigningTurns turns;
    private final Clock clock;
    private final LongAdder made;
    private final BoundedCache<FormKey> cache;

    /** What a signed form depends on. */
    record Key(String name, ByteBuffer contentHash, SignatureDigest digest, X509Certificate signer)
            implements FormKey {}

    /**
     * @param cache where they are kept in memory
     * @param saved where they are kept on disk
     * @param made counts each signature
     */
    SignedForms(
            Supplier<NodeCertificates> certificates,
            BoundedCache<FormKey> cache,
            SavedForms saved,
            SigningTurns turns,
            Clock clock,
            LongAdder made) {
        this.certificates = certificates;
        this.cache = cache;
        this.saved = saved;
        this.turns = turns;
        this.clock = clock;
        this.made = made;
    }

    /**
     * The signed form of {@code content}.
     *
     * @param name exactly as the phone asked, with {@code .sgn}: phones compare it
     * @param inMemory whether signed forms are kept in memory, else on disk
     */
    ServedFile of(String name, ServedFile content, SignatureDigest digest, boolean inMemory)
            throws SigningException, IOException {
        var signer = certificates.get().of(CertificatePurpose.CALLMANAGER);
        return inMemory
                ? remembered(name, content, digest, signer)
                : ServedFile.of(saved(name, content.content(), digest, signer));
    }

    private ServedFile remembered(String name, ServedFile content, SignatureDigest digest, KeyMaterial signer)
            throws SigningException, IOException {
        var hash = ByteBuffer.wrap(Certificates.digest("SHA-256", content.content()));
        var key = new Key(name, hash, digest, signer.certificate());
        return cache.get(key, () -> turns.make(() -> ServedFile.of(sign(name, content.content(), digest, signer))));
    }

    private byte[] saved(String name, byte[] content, SignatureDigest digest, KeyMaterial signer)
            throws SigningException, IOException {
        var before = saved.find(name, content, digest, signer.certificate());
        if (before.isPresent()) {
            return before.get();
        }
        return turns.make(() -> {
                    var signed = sign(name, content, digest, signer);
                    saved.save(name, signed);
                    return ServedFile.of(signed);
                })
                .content();
    }

    private byte[] sign(String name, byte[] content, SignatureDigest digest, KeyMaterial signer)
            throws SigningException {
        var signed = new SignedFileWriter(Signer.of(signer), digest).sign(name, content, clock.instant());
        made.increment();
        return signed;
    }
}
