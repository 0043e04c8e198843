package org.keyline.ctl.provider;

import org.keyline.trust.secret.Secret;

/** The accounts of a server, as far as its CTL Provider asks them (CTL9-11, CTL3-74). */
@FunctionalInterface
public interface ProviderAccounts {
    /** What an account may. */
    enum Verdict {
        /** An administrator with the right password. */
        ADMITTED,
        /** No such account, or a wrong password. */
        UNKNOWN,
        /** The password is right, but the account is no administrator's. */
        NO_ADMINISTRATOR
    }

    /** Checks a name and a password; takes the same time whatever is wrong. May block. */
    Verdict check(String name, Secret password);
}
