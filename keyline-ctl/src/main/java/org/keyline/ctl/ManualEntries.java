package org.keyline.ctl;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * Entries that no server lists: alternate TFTP servers, which are added by hand, and those that are deleted by hand
 * (CTL3-39, CTL3-65).
 *
 * @param addedTftp TFTP servers of other clusters to be named
 * @param deletedTftp host names of alternate TFTP servers to be deleted
 * @param deletedTokens tokens to be deleted, lost ones for example
 */
public record ManualEntries(
        List<AlternateTftp> addedTftp, List<String> deletedTftp, List<X509Certificate> deletedTokens) {
    /** Copies the lists. */
    public ManualEntries {
        addedTftp = List.copyOf(addedTftp);
        deletedTftp = List.copyOf(deletedTftp);
        deletedTokens = List.copyOf(deletedTokens);
    }

    /** Nothing by hand. */
    public static ManualEntries none() {
        return new ManualEntries(List.of(), List.of(), List.of());
    }
}
