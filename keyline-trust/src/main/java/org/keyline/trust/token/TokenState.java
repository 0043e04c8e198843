package org.keyline.trust.token;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where this user's programs remember what must outlive a token file: the directory {@code keyline/tokens} among the
 * state of programs ({@code XDG_STATE_HOME}, else {@code ~/.local/state}). The system property {@code keyline.state}
 * names another one.
 */
final class TokenState {
    private TokenState() {}

    static Path directory() {
        return Optional.ofNullable(System.getProperty("keyline.state"))
                .map(Path::of)
                .or(() -> Optional.ofNullable(System.getenv("XDG_STATE_HOME"))
                        .filter(home -> !home.isEmpty())
                        .map(home -> Path.of(home, "keyline")))
                .orElseGet(() -> Path.of(System.getProperty("user.home", "."), ".local", "state", "keyline"))
                .resolve("tokens");
    }
}
