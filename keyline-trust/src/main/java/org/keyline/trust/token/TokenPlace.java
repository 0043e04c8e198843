package org.keyline.trust.token;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyline.trust.secret.Secret;
import org.keyline.trust.tlv.Octets;

/** Where a token is inserted: a file, or a slot of a PKCS #11 module. */
public sealed interface TokenPlace {
    /** Begins the text of a slot: {@code pkcs11:/usr/lib/softhsm/libsofthsm2.so#0}. */
    String PREFIX = "pkcs11:";

    /** The most slots of a module that are looked at. */
    int MOST_SLOTS = 16;

    /**
     * The place that {@code text} names: {@code pkcs11:MODULE#SLOT} (the slot's place in the module's list, 0 where
     * none is named), or a file.
     *
     * @throws TokenException when the slot is no number from 0 to 15
     */
    static TokenPlace parse(String text) throws TokenException {
        if (!text.startsWith(PREFIX)) {
            return new SoftwareFile(Path.of(text));
        }
        var parts = text.substring(PREFIX.length()).split("#", 2);
        return new Slot(Path.of(parts[0]), parts.length < 2 ? 0 : slot(parts[1]));
    }

    private static int slot(String text) throws TokenException {
        try {
            var number = Integer.parseInt(text);
            if (number >= 0 && number < MOST_SLOTS) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // told below
        }
        throw new TokenException(
                TokenException.Reason.NO_TOKEN,
                "\"" + text + "\" is no slot: slots are numbered from 0 to " + (MOST_SLOTS - 1));
    }

    /**
     * The slots of {@code module} that have a token in them.
     *
     * @throws TokenException when the module cannot be loaded, or sees no reader at all
     */
    static List<TokenPlace> slots(Path module) throws TokenException {
        var found = new ArrayList<TokenPlace>();
        var count = Math.min(MOST_SLOTS, Cryptoki.load(module).slots().length);
        for (var index = 0; index < count; index++) {
            try {
                if (Pkcs11Module.hasToken(module, index)) {
                    found.add(new Slot(module, index));
                }
            } catch (TokenException empty) {
                // no token there
            }
        }
        return found;
    }

    /** Makes a new token here; see {@link SoftwareToken#create}. */
    SecurityToken create(Secret password, String commonName, String organisation) throws TokenException, IOException;

    /** Opens the token here with its password. */
    SecurityToken open(Secret password) throws TokenException, IOException;

    /**
     * Gives the token here another password.
     *
     * @throws TokenException when the present one is wrong, the new one unfit, or the token locked
     */
    void changePassword(Secret present, Secret replacement) throws TokenException, IOException;

    /** The bytes of the token's certificate, readable or not, where they can be seen without the password. */
    Optional<Octets> shown() throws TokenException, IOException;

    /** The token's certificate, where it can be seen without the password; a PKCS #11 slot asks for a login first. */
    Optional<X509Certificate> certificate() throws TokenException, IOException;

    /**
     * How many passwords may be tried, the last of which locks when it is wrong too; empty where only the token knows.
     */
    Optional<Integer> attemptsLeft() throws TokenException, IOException;

    /**
     * A PKCS #12 file.
     *
     * @param file the file
     */
    record SoftwareFile(Path file) implements TokenPlace {
        @Override
        public SoftwareToken create(Secret password, String commonName, String organisation)
                throws TokenException, IOException {
            return SoftwareToken.create(file, password, commonName, organisation);
        }

        @Override
        public SoftwareToken open(Secret password) throws TokenException, IOException {
            return SoftwareToken.open(file, password);
        }

        @Override
        public void changePassword(Secret present, Secret replacement) throws TokenException, IOException {
            SoftwareToken.changePassword(file, present, replacement);
        }

        @Override
        public Optional<Octets> shown() throws TokenException, IOException {
            return TokenFile.read(file).shown();
        }

        @Override
        public Optional<X509Certificate> certificate() throws TokenException, IOException {
            return TokenFile.read(file).certificate();
        }

        @Override
        public Optional<Integer> attemptsLeft() throws TokenException, IOException {
            var counter = new RetryCounter(file, TokenFile.read(file).identity());
            return Optional.of(Math.max(0, RetryCounter.MOST_FAILURES + 1 - counter.failures()));
        }

        @Override
        public String toString() {
            return file.toString();
        }
    }

    /**
     * A slot of a PKCS #11 module.
     *
     * @param module the library
     * @param index the slot's place in the module's list, from 0
     */
    record Slot(Path module, int index) implements TokenPlace {
        @Override
        public SecurityToken create(Secret password, String commonName, String organisation)
                throws TokenException, IOException {
            return Pkcs11Token.create(this, password, commonName, organisation);
        }

        @Override
        public SecurityToken open(Secret password) throws TokenException, IOException {
            return Pkcs11Token.open(this, password);
        }

        @Override
        public void changePassword(Secret present, Secret replacement) throws TokenException {
            Pkcs11Password.change(this, present, replacement);
        }

        @Override
        public Optional<Octets> shown() {
            return Optional.empty();
        }

        @Override
        public Optional<X509Certificate> certificate() {
            return Optional.empty();
        }

        @Override
        public Optional<Integer> attemptsLeft() {
            return Optional.empty();
        }

        @Override
        public String toString() {
            return PREFIX + module + "#" + index;
        }
    }
}
