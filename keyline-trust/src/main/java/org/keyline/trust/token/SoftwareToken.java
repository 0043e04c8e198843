package org.keyline.trust.token;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import org.keyline.trust.certificate.CertificateProfile;
import org.keyline.trust.certificate.DistinguishedNameText;
import org.keyline.trust.certificate.KeyMaterial;
import org.keyline.trust.certificate.KeyType;
import org.keyline.trust.secret.Secret;
import org.keyline.trust.signing.SignatureDigest;
import org.keyline.trust.signing.Signer;
import org.keyline.trust.signing.SigningException;
import org.keyline.trust.storage.AtomicFile;

/**
 * A security token in a PKCS #12 file that only its owner can read, opened by its password.
 *
 * <p>It bears 15 wrong passwords in a row; the 16th locks it for good, and its key is wiped from the file. An attempt
 * is written down before the password is tried, so ending the program does not undo it. <b>This protects against
 * guessing through this program as this user.</b> It does not protect a copy of the file in the hands of somebody else:
 * on another machine, as another user, or with a program that does not count, that copy can be guessed at as often as
 * wanted, and only the strength of its password stands in the way. Whoever needs more keeps the key in a
 * {@link Pkcs11Token}.
 */
public final class SoftwareToken implements SecurityToken {
    private final Path file;
    private final Signer signer;
    private final boolean passwordMustChange;

    private SoftwareToken(Path file, KeyMaterial material, boolean passwordMustChange) {
        this.file = file;
        this.signer = Signer.of(material);
        this.passwordMustChange = passwordMustChange;
    }

    /**
     * Makes a new token: an RSA key of 2048 bits, its self-signed certificate, and the file that holds both.
     *
     * @param file where the token is kept; must not exist
     * @param password what opens it: fit by {@link TokenPassword}, or {@link TokenPassword#delivered}, which has to be
     *     changed before the token signs
     * @param commonName the common name (CN) of its certificate, for example {@code SAST-1a2b3c4d}
     * @param organisation the organisation (O) of its certificate
     * @throws FileAlreadyExistsException when the file exists; a token is never overwritten
     * @throws TokenException when the password is not fit
     * @throws IOException when the file cannot be written
     */
    public static SoftwareToken create(Path file, Secret password, String commonName, String organisation)
            throws TokenException, IOException {
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString(), null, "a token is never overwritten");
        }
        var delivered = TokenPassword.isDelivered(password);
        if (!delivered) {
            TokenPassword.require(password);
        }
        var subject = TokenSubject.of(commonName, organisation);
        var material = new CertificateProfile(Clock.systemUTC()).selfSigned(subject, List.of(), KeyType.RSA_2048);
        AtomicFile.write(file, TokenFile.encode(material, password), AtomicFile.Access.OWNER_ONLY);
        return new SoftwareToken(file, material, delivered);
    }

    /**
     * Opens the token in {@code file}.
     *
     * @throws TokenException when the password is wrong, the token locked, or the file holds no token
     * @throws IOException when the file cannot be read, or the attempt not written down; it is then not made
     */
    public static SoftwareToken open(Path file, Secret password) throws TokenException, IOException {
        return new SoftwareToken(file, attempt(file, password), TokenPassword.isDelivered(password));
    }

    /**
     * Gives the token another password.
     *
     * @throws TokenException when the present password is wrong (which counts), or the new one not fit or the same
     * @throws IOException when the file cannot be written; the present password is then still the right one
     */
    public static void changePassword(Path file, Secret present, Secret replacement)
            throws TokenException, IOException {
        TokenPassword.require(replacement);
        if (present.matches(replacement)) {
            throw new TokenException(
                    TokenException.Reason.UNFIT_PASSWORD,
                    "This password is not fit for a token. It is the one the token has now");
        }
        var material = attempt(file, present);
        AtomicFile.write(file, TokenFile.encode(material, replacement), AtomicFile.Access.OWNER_ONLY);
    }

    /** One attempt at a time, in all programs of this machine: none may go by a number that another is changing. */
    private static KeyMaterial attempt(Path file, Secret password) throws TokenException, IOException {
        synchronized (SoftwareToken.class) {
            try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                    var _ = channel.lock()) {
                return counted(TokenFile.read(file), password);
            }
        }
    }

    private static KeyMaterial counted(TokenFile token, Secret password) throws TokenException, IOException {
        var counter = new RetryCounter(token.path(), token.identity());
        var failures = counter.failures();
        if (failures > RetryCounter.MOST_FAILURES) {
            throw TokenException.locked(token.path().toString());
        }
        counter.set(failures + 1);
        var material = token.open(password);
        if (material.isPresent()) {
            counter.set(0);
            return material.get();
        }
        if (failures < RetryCounter.MOST_FAILURES) {
            throw TokenException.wrongPassword(token.path().toString(), RetryCounter.MOST_FAILURES - failures - 1);
        }
        var certificate = token.certificate();
        if (certificate.isPresent()) {
            var shell = TokenFile.withoutKey(certificate.get(), password);
            AtomicFile.write(token.path(), shell, AtomicFile.Access.OWNER_ONLY);
        }
        throw TokenException.locked(token.path().toString());
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
    public boolean passwordMustChange() {
        return passwordMustChange;
    }

    @Override
    public byte[] sign(SignatureDigest digest, byte[] bytes) throws SigningException {
        if (passwordMustChange) {
            throw new SigningException("The token " + file
                    + " still has the password it was delivered with. Change it first: keyline token passwd " + file);
        }
        return signer.sign(digest, bytes);
    }

    @Override
    public String toString() {
        return "SoftwareToken[" + file + ", " + DistinguishedNameText.subject(certificate()) + "]";
    }
}
