package org.keyline.tftp.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Optional;
import org.keyline.trust.certificate.Certificates;
import org.keyline.trust.signedfile.SignedFileReader;
import org.keyline.trust.signing.SignatureDigest;
import org.keyline.trust.storage.AtomicFile;
import org.keyline.trust.tlv.MalformedFileException;

/**
 * Signed files on disk, for a node that is told not to keep them in memory (spec OV-57). A saved file that was changed,
 * or is not of the present content and signer, counts as missing; the next one overwrites it.
 *
 * @param directory where they are; made when it is missing
 */
record SavedForms(Path directory) {
    /** The saved form, if it is still good. */
    Optional<byte[]> find(String name, byte[] content, SignatureDigest digest, X509Certificate signer)
            throws IOException {
        var path = path(name);
        if (!Files.isRegularFile(path)) {
            return Optional.empty();
        }
        var saved = Files.readAllBytes(path);
        try {
            var file = SignedFileReader.read(saved);
            var isGood = file.header().fileName().equals(name)
                    && file.header().digest() == digest
                    && MessageDigest.isEqual(file.content(), content)
                    && file.isSignedBy(signer);
            return isGood ? Optional.of(saved) : Optional.empty();
        } catch (MalformedFileException changed) {
            return Optional.empty();
        }
    }

    void save(String name, byte[] signed) throws IOException {
        AtomicFile.createOwnerOnlyDirectory(directory);
        AtomicFile.write(path(name), signed, AtomicFile.Access.OWNER_ONLY);
    }

    /** Names come from phones; their digest is harmless on any disk. */
    private Path path(String name) {
        var digest = Certificates.digest("SHA-256", name.getBytes(StandardCharsets.UTF_8));
        return directory.resolve(HexFormat.of().formatHex(digest) + ".sgn");
    }
}
