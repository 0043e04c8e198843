package org.keyline.node;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.keyline.config.accounts.Administrators;
import org.keyline.trust.secret.PasswordHash;
import org.keyline.trust.secret.RandomPassword;
import org.keyline.trust.secret.Secret;

/** The administrator of the first start, with a generated password. */
public final class FirstAdministrator {
    /** The account's name. */
    public static final String NAME = "admin";

    /** The role of those who may change everything. */
    static final String ROLE = "administrator";

    private static final int PASSWORD_LENGTH = 16;

    private FirstAdministrator() {}

    /** Makes the account when there is none at all; its password, to be shown once and closed. */
    static Optional<Secret> ensure(Administrators administrators) throws GeneralSecurityException, IOException {
        return administrators.list().isEmpty() ? Optional.of(renew(administrators, NAME)) : Optional.empty();
    }

    /**
     * Gives an account a new password, making the account if it is missing; the password, to be shown once and closed.
     */
    public static Secret renew(Administrators administrators, String account)
            throws GeneralSecurityException, IOException {
        var password = RandomPassword.letters(PASSWORD_LENGTH);
        var hash = PasswordHash.of(password);
        if (!administrators.setPasswordHash(account, hash) && !administrators.create(account, hash, ROLE)) {
            throw new IOException("The account " + account + " could not be made");
        }
        return password;
    }
}
