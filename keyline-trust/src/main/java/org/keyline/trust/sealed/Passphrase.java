package org.keyline.trust.sealed;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import org.keyline.trust.secret.Secret;

/** What a passphrase for a new sealed file may be. Length is what counts: four or more random words. */
public final class Passphrase {
    /** The fewest characters. */
    public static final int SHORTEST = 12;

    /** The most characters. */
    public static final int LONGEST = 1024;

    private static final int FEWEST_DIFFERENT = 5;

    private Passphrase() {}

    /** What is wrong with a passphrase. */
    public enum Problem {
        /** Fewer than {@link #SHORTEST} characters. */
        TOO_SHORT,
        /** More than {@link #LONGEST} characters. */
        TOO_LONG,
        /** The same few characters over and over. */
        MONOTONOUS
    }

    /** What keeps this passphrase from being used; empty when nothing does. */
    public static Optional<Problem> problem(Secret passphrase) {
        if (passphrase.length() < SHORTEST) {
            return Optional.of(Problem.TOO_SHORT);
        }
        if (passphrase.length() > LONGEST) {
            return Optional.of(Problem.TOO_LONG);
        }
        return differentCharacters(passphrase) < FEWEST_DIFFERENT ? Optional.of(Problem.MONOTONOUS) : Optional.empty();
    }

    private static long differentCharacters(Secret passphrase) {
        try {
            return passphrase.use(characters -> {
                Arrays.sort(characters);
                int different = 1;
                for (int i = 1; i < characters.length; i++) {
                    different += characters[i] == characters[i - 1] ? 0 : 1;
                }
                return different;
            });
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("Looking at characters cannot fail", e);
        }
    }
}
