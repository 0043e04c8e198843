package org.keyline.ctl;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.keyline.trust.token.SecurityToken;

/**
 * What the administrator wants done.
 *
 * @param choice mixed mode, non-secure mode, or only an update
 * @param signer the token that signs; once there is a CTL file, one that is in it
 * @param addedTokens further tokens to be named in the file
 * @param servers the servers of the cluster
 * @param manual alternate TFTP servers, and what is to be deleted
 * @param recreate whether a damaged CTL file may be replaced; what it says about tokens is then lost
 * @param base the MD5 of the CTL file from which the request was made (empty for none), when that matters
 */
public record CtlRequest(
        CtlChoice choice,
        SecurityToken signer,
        List<NamedToken> addedTokens,
        List<ClusterServer> servers,
        ManualEntries manual,
        boolean recreate,
        Optional<String> base) {
    /**
     * A token that is to be named in the file: its certificate is all that is needed of it.
     *
     * @param name what the administrator calls it
     * @param certificate its certificate
     */
    public record NamedToken(String name, X509Certificate certificate) {}

    /** Copies the lists. */
    public CtlRequest {
        addedTokens = List.copyOf(addedTokens);
        servers = List.copyOf(servers);
    }

    /** A request that never replaces a damaged file. */
    public CtlRequest(
            CtlChoice choice, SecurityToken signer, List<SecurityToken> addedTokens, List<ClusterServer> servers) {
        this(choice, signer, named(addedTokens), servers, ManualEntries.none(), false, Optional.empty());
    }

    private static List<NamedToken> named(List<SecurityToken> tokens) {
        return tokens.stream()
                .map(token -> new NamedToken(token.name(), token.certificate()))
                .toList();
    }

    /** The same, but a damaged file is replaced. */
    public CtlRequest recreating() {
        return new CtlRequest(choice, signer, addedTokens, servers, manual, true, base);
    }

    /** The same with these manual entries. */
    public CtlRequest with(ManualEntries entries) {
        return new CtlRequest(choice, signer, addedTokens, servers, entries, recreate, base);
    }
}
