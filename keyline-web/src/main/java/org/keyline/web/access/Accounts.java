package org.keyline.web.access;

/** Who may sign in. */
public interface Accounts {
    /** Whether the account exists and the password is right; takes the same time in both cases. May block. */
    boolean verify(String name, char[] password);
}
