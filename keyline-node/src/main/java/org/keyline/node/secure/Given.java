package org.keyline.node.secure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.keyline.trust.secret.Secret;

/**
 * What was said on the command line; all of it may be missing and is then asked for.
 *
 * @param account the administrator's account
 * @param tokens where security tokens are, or shall be made
 * @param backup the file or directory in which the node shall be saved
 * @param passwords secrets, from files
 */
public record Given(String account, List<String> tokens, Optional<Path> backup, Passwords passwords) {
    /** Copies the list. */
    public Given {
        tokens = List.copyOf(tokens);
    }

    /** Secrets that need not be asked for. */
    public interface Passwords {
        /** The password of the account. */
        Optional<Secret> ofAccount() throws IOException;

        /** The password of the token at {@code place}. */
        Optional<Secret> ofToken(String place) throws IOException;

        /** The passphrase of the backup. */
        default Optional<Secret> ofBackup() throws IOException {
            return Optional.empty();
        }
    }

    /** Nothing but the account's name. */
    public static Given nothing(String account) {
        return new Given(account, List.of(), Optional.empty(), new Passwords() {
            @Override
            public Optional<Secret> ofAccount() {
                return Optional.empty();
            }

            @Override
            public Optional<Secret> ofToken(String place) {
                return Optional.empty();
            }
        });
    }
}
