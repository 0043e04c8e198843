package org.keyline.node.backup;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * What is to be restored, and what the administrator has shown.
 *
 * @param scope how much of the node
 * @param isWholeCluster whether all servers were lost (spec BR-11 to BR-13)
 * @param tokens the certificates of the tokens at hand
 * @param isWithoutTokens whether the administrator takes it on himself to have none
 */
public record RestoreWish(Scope scope, boolean isWholeCluster, List<X509Certificate> tokens, boolean isWithoutTokens) {
    /** How many trusted tokens the restore of all servers takes (spec BR-12), and that of one (BR-06, BR-09). */
    private static final int TOKENS_FOR_ALL = 2;

    /** Copies the list. */
    public RestoreWish {
        tokens = List.copyOf(tokens);
    }

    int tokensNeeded() {
        return isWholeCluster ? TOKENS_FOR_ALL : 1;
    }
}
