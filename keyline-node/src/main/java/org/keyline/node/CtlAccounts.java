package org.keyline.node;

import java.io.IOException;
import java.security.GeneralSecurityException;
import org.keyline.config.accounts.Administrators;
import org.keyline.ctl.provider.ProviderAccounts;
import org.keyline.trust.secret.Secret;

/** The administrators of the database, for CTL clients. */
record CtlAccounts(Administrators administrators) implements ProviderAccounts {
    @Override
    public Verdict check(String name, Secret password) {
        if (!isVerified(name, password)) {
            return Verdict.UNKNOWN;
        }
        return administrators
                        .find(name)
                        .filter(account -> account.role().equals(FirstAdministrator.ROLE))
                        .isPresent()
                ? Verdict.ADMITTED
                : Verdict.NO_ADMINISTRATOR;
    }

    private boolean isVerified(String name, Secret password) {
        try {
            return password.use(characters -> new StoredAccounts(administrators).verify(name, characters));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("Comparing a password cannot fail", e);
        }
    }
}
