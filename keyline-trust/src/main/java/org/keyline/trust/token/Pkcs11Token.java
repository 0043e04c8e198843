package org.keyline.trust.token;

import java.io.IOException;
import java.security.AuthProvider;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.util.Collections;
import java.util.Optional;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import org.keyline.trust.certificate.CertificateProfile;
import org.keyline.trust.certificate.DistinguishedNameText;
import org.keyline.trust.certificate.KeyMaterial;
import org.keyline.trust.certificate.KeyType;
import org.keyline.trust.secret.Secret;
import org.keyline.trust.signing.SignatureDigest;
import org.keyline.trust.signing.SigningException;
import org.keyline.trust.token.TokenPlace.Slot;

/**
 * A security token in hardware, or whatever else a PKCS #11 module reaches: the private key is made in it and never
 * leaves it; signatures are made in it too. It counts wrong passwords (PINs) and locks by its own rules, which a copy
 * of some file cannot undo.
 */
public final class Pkcs11Token implements SecurityToken {
    private static final String ALIAS = "keyline-token";

    private final Slot place;
    private final Provider provider;
    private final KeyMaterial material;

    private Pkcs11Token(Slot place, Provider provider, KeyMaterial material) {
        this.place = place;
        this.provider = provider;
        this.material = material;
    }

    /**
     * Makes a key and its certificate in an initialised token that has none of ours yet.
     *
     * @throws TokenException when the password is wrong, the token locked, or it has a key of ours already
     */
    static Pkcs11Token create(Slot place, Secret password, String commonName, String organisation)
            throws TokenException, IOException {
        var provider = Pkcs11Module.provider(place.module(), place.index());
        var store = login(place, provider, password);
        try {
            if (find(store).isPresent()) {
                throw new TokenException(
                        TokenException.Reason.UNUSABLE, "The token " + place + " has a key for trust lists already");
            }
            var generator = KeyPairGenerator.getInstance("RSA", provider);
            generator.initialize(KeyType.RSA_2048.bits());
            var keys = generator.generateKeyPair();
            var certificate = new CertificateProfile(Clock.systemUTC())
                    .selfSigned(TokenSubject.of(commonName, organisation), keys, provider);
            store.setKeyEntry(ALIAS, keys.getPrivate(), null, new Certificate[] {certificate});
            return new Pkcs11Token(place, provider, new KeyMaterial(keys.getPrivate(), certificate));
        } catch (TokenException e) {
            throw e;
        } catch (GeneralSecurityException | ProviderException e) {
            throw unusable(place, e);
        }
    }

    /**
     * Logs in to the token.
     *
     * @throws TokenException when the password is wrong, the token locked, or it has no RSA key with a certificate
     */
    static Pkcs11Token open(Slot place, Secret password) throws TokenException, IOException {
        var provider = Pkcs11Module.provider(place.module(), place.index());
        var store = login(place, provider, password);
        try {
            return find(store)
                    .map(material -> new Pkcs11Token(place, provider, material))
                    .orElseThrow(() -> new TokenException(
                            TokenException.Reason.NO_TOKEN,
                            "The token " + place + " holds no RSA key with a certificate"));
        } catch (TokenException e) {
            throw e;
        } catch (GeneralSecurityException | ProviderException e) {
            throw unusable(place, e);
        }
    }

    private static KeyStore login(Slot place, Provider provider, Secret password) throws TokenException, IOException {
        try {
            if (provider instanceof AuthProvider session) {
                session.logout();
            }
            return password.use(characters -> {
                var store = KeyStore.getInstance("PKCS11", provider);
                store.load(null, characters);
                return store;
            });
        } catch (GeneralSecurityException | ProviderException e) {
            throw unusable(place, e);
        } catch (IOException e) {
            throw refusal(place, e);
        }
    }

    /** The module's own answer to a login, in the words that software tokens use. */
    static TokenException refusal(Slot place, Exception failure) {
        var said = described(failure);
        if (said.contains("CKR_PIN_LOCKED")) {
            return caused(TokenException.lockedByItself(place.toString()), failure);
        }
        if (said.contains("CKR_PIN_") || failedLogin(failure)) {
            return caused(TokenException.wrongPasswordByItself(place.toString()), failure);
        }
        return unusable(place, failure);
    }

    private static TokenException caused(TokenException refusal, Exception failure) {
        refusal.initCause(failure);
        return refusal;
    }

    private static boolean failedLogin(Throwable failure) {
        return failure instanceof FailedLoginException
                || failure instanceof LoginException
                || (failure.getCause() != null && failedLogin(failure.getCause()));
    }

    private static String described(Throwable failure) {
        var inner = failure.getCause();
        return failure.getMessage() + (inner == null ? "" : " " + described(inner));
    }

    private static TokenException unusable(Slot place, Exception cause) {
        return new TokenException(
                TokenException.Reason.UNUSABLE, "The token " + place + " cannot be used: " + described(cause), cause);
    }

    private static Optional<KeyMaterial> find(KeyStore store) throws GeneralSecurityException {
        for (var alias : Collections.list(store.aliases())) {
            if (store.getKey(alias, null) instanceof PrivateKey key
                    && store.getCertificate(alias) instanceof X509Certificate certificate
                    && certificate.getPublicKey() instanceof RSAPublicKey) {
                return Optional.of(new KeyMaterial(key, certificate));
            }
        }
        return Optional.empty();
    }

    @Override
    public String name() {
        return place.toString();
    }

    @Override
    public X509Certificate certificate() {
        return material.certificate();
    }

    @Override
    public byte[] sign(SignatureDigest digest, byte[] bytes) throws SigningException {
        try {
            var signature = Signature.getInstance(digest.signatureName(), provider);
            signature.initSign(material.key());
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException | ProviderException e) {
            throw new SigningException("The token " + place + " did not sign: " + described(e), e);
        }
    }

    @Override
    public String toString() {
        return "Pkcs11Token[" + place + ", " + DistinguishedNameText.subject(certificate()) + "]";
    }
}
