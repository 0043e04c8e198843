package org.keyline.trust.token;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.stream.IntStream;
import org.keyline.trust.secret.Secret;

/** What a token's password may be (CTL9-02, CTL9-03). */
public final class TokenPassword {
    /** The fewest characters of a new password. */
    public static final int SHORTEST = 8;
    /** The most characters: as many as an operator can be asked to type. */
    public static final int LONGEST = 64;

    private static final String DELIVERED = "Cisco123";

    private TokenPassword() {}

    /** The password of a token that was made without one: {@code Cisco123}, in exactly these letters. */
    public static Secret delivered() {
        return Secret.of(DELIVERED);
    }

    /** Whether {@code password} is the one tokens are delivered with. */
    static boolean isDelivered(Secret password) {
        try (var delivered = delivered()) {
            return delivered.matches(password);
        }
    }

    /**
     * Checks a new password.
     *
     * @throws TokenException when it is not fit; the message says which rule it breaks, and never repeats it
     */
    public static void require(Secret password) throws TokenException {
        requireThat(password.length() >= SHORTEST, "It has fewer than " + SHORTEST + " characters");
        requireThat(password.length() <= LONGEST, "It has more than " + LONGEST + " characters");
        requireThat(!isDelivered(password), "It is the one that tokens are delivered with");
        requireThat(!repeatsOneCharacter(password), "It is one character over and over");
    }

    private static void requireThat(boolean holds, String otherwise) throws TokenException {
        if (!holds) {
            throw TokenException.unfitPassword(otherwise);
        }
    }

    private static boolean repeatsOneCharacter(Secret password) {
        try {
            return password.use(
                    characters -> IntStream.range(1, characters.length).allMatch(i -> characters[i] == characters[0]));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("Looking at characters cannot fail", e);
        }
    }
}
