package org.keyline.trust.secret;

import java.io.IOException;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * A password or other secret text in memory: never printed, compared in constant time, wiped by {@link #close()}.
 *
 * <p>Not a {@code String}, which could be neither hidden nor wiped. Safe for use by several threads until it is closed.
 */
public final class Secret implements AutoCloseable {
    private final char[] characters;

    private Secret(char[] characters) {
        this.characters = characters;
    }

    /** A secret with a copy of {@code characters}; the caller wipes its own. */
    public static Secret of(char[] characters) {
        return new Secret(characters.clone());
    }

    /** A secret that is a text already, as from a configuration file or a request. */
    public static Secret of(CharSequence text) {
        return new Secret(text.toString().toCharArray());
    }

    /** The same secret once more, with a life of its own. */
    public Secret copy() {
        return of(characters);
    }

    /** How many characters it has. */
    public int length() {
        return characters.length;
    }

    /** Work with the characters of a secret. */
    @FunctionalInterface
    public interface Use<T> {
        /** Does the work; {@code characters} are wiped after it. */
        T with(char[] characters) throws GeneralSecurityException, IOException;
    }

    /** Hands a copy of the characters to {@code use} and wipes it after. */
    public <T> T use(Use<T> use) throws GeneralSecurityException, IOException {
        var copy = characters.clone();
        try {
            return use.with(copy);
        } finally {
            Arrays.fill(copy, '\0');
        }
    }

    /** Whether both are the same, taking the same time wherever they differ. */
    public boolean matches(Secret other) {
        var mine = utf8();
        var its = other.utf8();
        try {
            return MessageDigest.isEqual(mine, its);
        } finally {
            Arrays.fill(mine, (byte) 0);
            Arrays.fill(its, (byte) 0);
        }
    }

    /** As {@link #matches}. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && matches(secret);
    }

    /** The same for all secrets: a hash code would tell about the content. */
    @Override
    public int hashCode() {
        return Secret.class.hashCode();
    }

    /** Hides the content. */
    @Override
    public String toString() {
        return "(secret)";
    }

    /** Overwrites the content. */
    @Override
    public void close() {
        Arrays.fill(characters, '\0');
    }

    /** The content in UTF-8, for a protocol that sends it; the caller wipes it. */
    public byte[] utf8() {
        var encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(characters));
        var bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        encoded.clear().put(new byte[encoded.capacity()]);
        return bytes;
    }
}
