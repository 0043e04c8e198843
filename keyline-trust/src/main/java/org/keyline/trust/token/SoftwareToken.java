package org.keyline.trust.token;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.keyline.trust.certificate.CertificateProfile;
import org.keyline.trust.certificate.DistinguishedNameText;
import org.keyline.trust.certificate.KeyMaterial;
import org.keyline.trust.certificate.KeyType;
import org.keyline.trust.secret.Secret;
import org.keyline.trust.signing.SignatureDigest;
import org.keyline.trust.signing.Signer;
import org.keyline.trust.signing.SigningException;
import org.keyline.trust.storage.AtomicFile;

/** A security token in a PKCS #12 file that only its owner can read, opened by its password. */
public final class SoftwareToken implements SecurityToken {
    private static final String ALIAS = "token";
    private static final String UNIT = "Security Token";
    private static final long LONGEST = 64 * 1024;

    private final Path file;
    private final Signer signer;

    private SoftwareToken(Path file, KeyMaterial material) {
        this.file = file;
        this.signer = Signer.of(material);
    }

    /**
     * Makes a new token: an RSA key of 2048 bits, its self-signed certificate, and the file that holds both.
     *
     * @param file where the token is kept; must not exist
     * @param password what opens it, not empty
     * @param commonName the common name (CN) of its certificate, for example {@code SAST-1a2b3c4d}
     * @param organisation the organisation (O) of its certificate
     * @throws FileAlreadyExistsException when the file exists; a token is never overwritten
     * @throws IOException when the file cannot be written
     */
    public static SoftwareToken create(Path file, Secret password, String commonName, String organisation)
            throws IOException {
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString(), null, "a token is never overwritten");
        }
        var subject = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.CN, commonName)
                .addRDN(BCStyle.OU, UNIT)
                .addRDN(BCStyle.O, organisation)
                .build();
        var material = new CertificateProfile(Clock.systemUTC()).selfSigned(subject, List.of(), KeyType.RSA_2048);
        AtomicFile.write(file, encode(material, password), AtomicFile.Access.OWNER_ONLY);
        return new SoftwareToken(file, material);
    }

    /**
     * Opens the token in {@code file}.
     *
     * @throws TokenException when the password is wrong, or the file holds no token
     * @throws IOException when the file cannot be read
     */
    public static SoftwareToken open(Path file, Secret password) throws TokenException, IOException {
        if (Files.size(file) > LONGEST) {
            throw new TokenException("The file " + file + " is no token: it is longer than " + LONGEST + " bytes");
        }
        return new SoftwareToken(file, decode(file, Files.readAllBytes(file), password));
    }

    @Override
    public String name() {
        return String.valueOf(file.getFileName());
    }

    @Override
    public X509Certificate certificate() {
        return signer.certificate();
    }

    @Override
    public byte[] sign(SignatureDigest digest, byte[] bytes) throws SigningException {
        return signer.sign(digest, bytes);
    }

    @Override
    public String toString() {
        return "SoftwareToken[" + file + ", " + DistinguishedNameText.subject(certificate()) + "]";
    }

    private static byte[] encode(KeyMaterial material, Secret password) throws IOException {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            var out = new ByteArrayOutputStream();
            return password.use(characters -> {
                store.setKeyEntry(ALIAS, material.key(), characters, new Certificate[] {material.certificate()});
                store.store(out, characters);
                return out.toByteArray();
            });
        } catch (GeneralSecurityException e) {
            throw new IOException("The token cannot be written as PKCS #12", e);
        }
    }

    private static KeyMaterial decode(Path file, byte[] bytes, Secret password) throws TokenException {
        try {
            var store = KeyStore.getInstance("PKCS12");
            return password.use(characters -> {
                store.load(new ByteArrayInputStream(bytes), characters);
                for (var alias : Collections.list(store.aliases())) {
                    if (store.getKey(alias, characters) instanceof PrivateKey key
                            && store.getCertificate(alias) instanceof X509Certificate certificate) {
                        return new KeyMaterial(key, certificate);
                    }
                }
                throw new TokenException(
                        "The file " + file + " is no token: it holds no private key with a certificate");
            });
        } catch (IOException e) {
            throw e.getCause() instanceof UnrecoverableKeyException
                    ? new TokenException("The password does not open the token " + file, e)
                    : new TokenException("The file " + file + " is no token: it is not PKCS #12, or is damaged", e);
        } catch (GeneralSecurityException e) {
            throw new TokenException("The token " + file + " cannot be used", e);
        }
    }
}
