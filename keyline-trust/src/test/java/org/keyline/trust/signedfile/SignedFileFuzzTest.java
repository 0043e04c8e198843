package org.keyline.trust.signedfile;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import org.junit.jupiter.params.provider.MethodSource;
import org.keyline.trust.certificate.KeyMaterial;
import org.keyline.trust.sheet.Sheet;
import org.keyline.trust.tlv.MalformedFileException;

/** Any bytes are a signed or encrypted file, or a described error. */
class SignedFileFuzzTest {
    private static final KeyMaterial SIGNER = Sheet.signer();
    private static final KeyMaterial PHONE = Sheet.phone();

    static List<byte[]> seeds() {
        return List.of(Sheet.file("config.sgn"), Sheet.file("config.enc.sgn"), new byte[0]);
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "30s")
    void any_bytes_are_a_signed_file_or_malformed(byte[] bytes) {
        try {
            var file = SignedFileReader.read(bytes);
            file.isSignedBy(SIGNER.certificate());
            file.content();
        } catch (MalformedFileException described) {
            require(described);
        }
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "30s")
    void any_bytes_decrypt_or_are_malformed(byte[] bytes) {
        try {
            EncryptedFileReader.decrypt(SignedFileReader.read(bytes), PHONE.key());
        } catch (MalformedFileException described) {
            require(described);
        }
    }

    private static void require(MalformedFileException described) {
        if (described.getMessage() == null) {
            throw new AssertionError("A malformed file needs a description", described);
        }
    }
}
