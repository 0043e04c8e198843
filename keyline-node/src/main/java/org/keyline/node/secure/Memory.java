package org.keyline.node.secure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyline.config.accounts.Settings;

/**
 * What only a person could tell, kept in the database: where tokens are, what was heard, what was left out. Nothing
 * secret.
 *
 * @param settings where it is kept
 */
record Memory(Settings settings) {
    private static final String PREFIX = "secure.";
    private static final String TOKENS = "tokens";
    private static final String LEFT_OUT = "left-out.";

    Optional<String> get(String name) {
        return settings.get(PREFIX + name);
    }

    void put(String name, String value) {
        settings.put(PREFIX + name, value);
    }

    /** Since when a step is left out for good. */
    Optional<Instant> leftOut(String step) {
        return get(LEFT_OUT + step).map(Instant::parse);
    }

    void leaveOut(String step, Instant now) {
        put(LEFT_OUT + step, now.toString());
    }

    /** A step that was left out counts again. */
    void takeUp(String step) {
        settings.remove(PREFIX + LEFT_OUT + step);
    }

    /** The tokens that were shown to the guide. */
    List<KnownToken> tokens() {
        return get(TOKENS)
                .map(text -> text.lines().map(KnownToken::of).toList())
                .orElse(List.of());
    }

    void add(KnownToken token) {
        var known = new ArrayList<>(tokens());
        known.removeIf(other -> other.fingerprint().equals(token.fingerprint()));
        known.add(token);
        put(TOKENS, String.join("\n", known.stream().map(KnownToken::line).toList()));
    }

    /**
     * A token by its certificate.
     *
     * @param fingerprint SHA-256 of the certificate
     * @param place where it was, as the administrator writes it
     */
    record KnownToken(String fingerprint, String place) {
        private static KnownToken of(String line) {
            var parts = line.split("\t", 2);
            return new KnownToken(parts[0], parts[1]);
        }

        private String line() {
            return fingerprint + "\t" + place;
        }
    }
}
