package org.keyline.node;

import java.util.Optional;
import org.keyline.config.accounts.Administrators;
import org.keyline.config.accounts.Administrators.Account;
import org.keyline.trust.secret.PasswordHash;
import org.keyline.trust.secret.Secret;
import org.keyline.web.access.Accounts;

/** The accounts of the database, for the web. */
final class StoredAccounts implements Accounts {
    private final Administrators administrators;

    StoredAccounts(Administrators administrators) {
        this.administrators = administrators;
    }

    @Override
    public boolean verify(String name, char[] password) {
        var account = Administrators.isValidName(name) ? administrators.find(name) : Optional.<Account>empty();
        try (var secret = Secret.of(password)) {
            var hash = account.map(Account::passwordHash).orElse(Nobody.HASH);
            return PasswordHash.matches(secret, hash) && account.isPresent() && administrators.signedIn(name);
        }
    }

    /** Checked for accounts that do not exist, so that both answers take the same time. */
    private static final class Nobody {
        static final String HASH = PasswordHash.of(Secret.of(""));
    }
}
