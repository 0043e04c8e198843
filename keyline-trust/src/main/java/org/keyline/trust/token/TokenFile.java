package org.keyline.trust.token;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.BadPaddingException;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.CertBag;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.pkcs.PKCS12PfxPdu;
import org.bouncycastle.pkcs.PKCS12PfxPduBuilder;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagFactory;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCS12MacCalculatorBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEOutputEncryptorBuilder;
import org.keyline.trust.certificate.Certificates;
import org.keyline.trust.certificate.KeyMaterial;
import org.keyline.trust.certificate.PemKeyFile;
import org.keyline.trust.secret.Secret;
import org.keyline.trust.tlv.Octets;

/**
 * The PKCS #12 content of a software token: the private key encrypted with AES-256 under the password, the certificate
 * readable by all, as a token shows it when it is inserted, and a MAC over both under the password.
 *
 * @param path where it was read
 * @param content the whole file
 */
record TokenFile(Path path, Octets content) {
    private static final String NAME = "token";
    private static final long LONGEST = 64 * 1024;
    private static final int ITERATIONS = 100_000;

    static TokenFile read(Path path) throws TokenException, IOException {
        if (Files.size(path) > LONGEST) {
            throw noToken(path, "it is longer than " + LONGEST + " bytes");
        }
        return new TokenFile(path, Octets.of(Files.readAllBytes(path)));
    }

    /** The certificate, which needs no password; empty in a file that another program made and that hides it. */
    Optional<X509Certificate> certificate() throws TokenException {
        try {
            for (var part : new PKCS12PfxPdu(content.bytes()).getContentInfos()) {
                var found = part.getContentType().equals(PKCSObjectIdentifiers.data)
                        ? certificate(new PKCS12SafeBagFactory(part))
                        : Optional.<X509Certificate>empty();
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            throw noToken(path, "it is not PKCS #12, or is damaged", e);
        }
    }

    private static Optional<X509Certificate> certificate(PKCS12SafeBagFactory bags) {
        return Arrays.stream(bags.getSafeBags())
                .map(PKCS12SafeBag::getBagValue)
                .filter(X509CertificateHolder.class::isInstance)
                .map(X509CertificateHolder.class::cast)
                .map(Certificates::of)
                .findFirst();
    }

    /** The bytes of the certificate as they are, though nobody may be able to read them; see {@link #certificate}. */
    Optional<Octets> shown() throws TokenException {
        try {
            for (var part : new PKCS12PfxPdu(content.bytes()).getContentInfos()) {
                var found = part.getContentType().equals(PKCSObjectIdentifiers.data)
                        ? bytes(new PKCS12SafeBagFactory(part))
                        : Optional.<Octets>empty();
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            throw noToken(path, "it is not PKCS #12, or is damaged", e);
        }
    }

    /** Not through the library's own reading of the certificate, which refuses what shall be named here. */
    private static Optional<Octets> bytes(PKCS12SafeBagFactory bags) {
        return Arrays.stream(bags.getSafeBags())
                .map(PKCS12SafeBag::toASN1Structure)
                .filter(bag -> bag.getBagId().equals(PKCSObjectIdentifiers.certBag))
                .map(bag -> CertBag.getInstance(bag.getBagValue()).getCertValue())
                .map(value -> Octets.of(ASN1OctetString.getInstance(value).getOctets()))
                .findFirst();
    }

    /** What stays the same when the file is copied or its password changed. */
    String identity() throws TokenException {
        return HexFormat.of()
                .formatHex(Certificates.digest(
                        "SHA-256", certificate().map(Certificates::der).orElseGet(content::bytes)));
    }

    /** Key and certificate, or empty when the password is wrong. */
    Optional<KeyMaterial> open(Secret password) throws TokenException {
        try {
            return Optional.of(password.use(this::keyMaterial));
        } catch (TokenException e) {
            throw e;
        } catch (IOException e) {
            if (e.getCause() instanceof UnrecoverableKeyException || e.getCause() instanceof BadPaddingException) {
                return Optional.empty();
            }
            throw noToken(path, "it is not PKCS #12, or is damaged", e);
        } catch (UnrecoverableKeyException wrong) {
            return Optional.empty();
        } catch (NoSuchAlgorithmException e) {
            throw new TokenException(
                    TokenException.Reason.UNKNOWN_CIPHER,
                    "The private key of the token " + path + " is encrypted in a way that is not known here",
                    e);
        } catch (GeneralSecurityException e) {
            throw new TokenException(TokenException.Reason.UNUSABLE, "The token " + path + " cannot be used", e);
        }
    }

    private KeyMaterial keyMaterial(char[] characters) throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(content.bytes()), characters);
        for (var alias : Collections.list(store.aliases())) {
            if (store.getKey(alias, characters) instanceof PrivateKey key
                    && store.getCertificate(alias) instanceof X509Certificate certificate) {
                return fitting(key, certificate);
            }
        }
        if (shown().isPresent()) {
            throw new TokenException(
                    TokenException.Reason.NO_KEY, "The file " + path + " holds a certificate but no private key");
        }
        throw noToken(path, "it holds no private key with a certificate");
    }

    private KeyMaterial fitting(PrivateKey key, X509Certificate certificate) throws TokenException {
        if (!key.getAlgorithm().equals("RSA")) {
            throw new TokenException(
                    TokenException.Reason.UNKNOWN_CIPHER,
                    "The private key of the token " + path + " is of type " + key.getAlgorithm() + ", not RSA");
        }
        if (!PemKeyFile.belongTogether(key, certificate)) {
            throw new TokenException(
                    TokenException.Reason.UNFIT_KEY,
                    "The private key of the token " + path + " does not belong to its certificate");
        }
        return new KeyMaterial(key, certificate);
    }

    /** The bytes of a token with {@code material} under {@code password}. */
    static byte[] encode(KeyMaterial material, Secret password) throws IOException {
        try {
            return password.use(characters -> {
                var encryptor = encryptor(characters);
                var certificate = new JcaPKCS12SafeBagBuilder(material.certificate());
                var key = new JcaPKCS12SafeBagBuilder(material.key(), encryptor);
                var identifier = new JcaX509ExtensionUtils()
                        .createSubjectKeyIdentifier(material.certificate().getPublicKey());
                for (var bag : List.of(certificate, key)) {
                    bag.addBagAttribute(PKCS12SafeBag.friendlyNameAttribute, new DERBMPString(NAME));
                    bag.addBagAttribute(PKCSObjectIdentifiers.pkcs_9_at_localKeyId, identifier);
                }
                return seal(
                        new PKCS12PfxPduBuilder().addData(certificate.build()).addData(key.build()), characters);
            });
        } catch (GeneralSecurityException e) {
            throw new IOException("The token cannot be written as PKCS #12", e);
        }
    }

    private static OutputEncryptor encryptor(char[] characters) throws GeneralSecurityException {
        try {
            return new JcePKCSPBEOutputEncryptorBuilder(NISTObjectIdentifiers.id_aes256_CBC)
                    .setProvider(new BouncyCastleProvider())
                    .setPRF(new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA256, DERNull.INSTANCE))
                    .setIterationCount(ITERATIONS)
                    .build(characters);
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException("AES-256 under a password is not there", e);
        }
    }

    /** A token whose key is gone: all that is left of a locked one. */
    static byte[] withoutKey(X509Certificate certificate, Secret password) throws IOException {
        try {
            return password.use(characters -> seal(
                    new PKCS12PfxPduBuilder().addData(new JcaPKCS12SafeBagBuilder(certificate).build()), characters));
        } catch (GeneralSecurityException e) {
            throw new IOException("The token cannot be written as PKCS #12", e);
        }
    }

    private static byte[] seal(PKCS12PfxPduBuilder builder, char[] characters)
            throws IOException, GeneralSecurityException {
        try {
            var mac = new JcePKCS12MacCalculatorBuilder(NISTObjectIdentifiers.id_sha256)
                    .setProvider(new BouncyCastleProvider())
                    .setIterationCount(ITERATIONS);
            return builder.build(mac, characters).getEncoded();
        } catch (PKCSException e) {
            throw new GeneralSecurityException("PKCS #12 cannot be built", e);
        }
    }

    private static TokenException noToken(Path path, String why) {
        return new TokenException(TokenException.Reason.NO_TOKEN, "The file " + path + " is no token: " + why);
    }

    private static TokenException noToken(Path path, String why, Throwable cause) {
        return new TokenException(TokenException.Reason.NO_TOKEN, "The file " + path + " is no token: " + why, cause);
    }
}
