package org.keyline.ctl;

import java.util.List;
import org.keyline.trust.token.SecurityToken;

/**
 * What the administrator wants done.
 *
 * @param choice mixed mode, non-secure mode, or only an update
 * @param signer the token that signs; once there is a CTL file, one that is in it
 * @param addedTokens further tokens to be named in the file
 * @param servers the servers of the cluster
 * @param recreate whether a damaged CTL file may be replaced; what it says about tokens is then lost
 */
public record CtlRequest(
        CtlChoice choice,
        SecurityToken signer,
        List<SecurityToken> addedTokens,
        List<ClusterServer> servers,
        boolean recreate) {
    /** Copies the lists. */
    public CtlRequest {
        addedTokens = List.copyOf(addedTokens);
        servers = List.copyOf(servers);
    }

    /** A request that never replaces a damaged file. */
    public CtlRequest(
            CtlChoice choice, SecurityToken signer, List<SecurityToken> addedTokens, List<ClusterServer> servers) {
        this(choice, signer, addedTokens, servers, false);
    }

    /** The same request, allowed to replace a damaged file. */
    public CtlRequest recreating() {
        return new CtlRequest(choice, signer, addedTokens, servers, true);
    }
}
