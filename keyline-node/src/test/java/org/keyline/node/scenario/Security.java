package org.keyline.node.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.keyline.config.Configuration;
import org.keyline.ctl.ConfiguredSecurity;
import org.keyline.ctl.CtlChoice;
import org.keyline.ctl.CtlFileStore;
import org.keyline.ctl.CtlOutcome;
import org.keyline.ctl.CtlRequest;
import org.keyline.ctl.CtlUpdate;
import org.keyline.ctl.LocalProvider;
import org.keyline.ctl.ManualEntries;
import org.keyline.node.ClusterServers;
import org.keyline.node.NodeDirectory;
import org.keyline.node.OwnFacts;
import org.keyline.trust.secret.Secret;
import org.keyline.trust.token.SecurityToken;
import org.keyline.trust.token.SoftwareToken;
import org.keyline.trust.trustlist.TrustListVariant;

/**
 * The administrator with the security tokens of a cluster.
 *
 * @param first signs the first CTL file
 * @param second is in it too
 * @param third is kept for later
 */
record Security(SecurityToken first, SecurityToken second, SecurityToken third) {
    /** The tokens that serve all sites of a run but the foreign one. */
    static final Security OURS = tokens();

    /** Tokens made anew. */
    static Security tokens() {
        try (var password = Secret.of("only for this run")) {
            var directory = Files.createTempDirectory("keyline-tokens");
            var made = Stream.of("one", "two", "three")
                    .map(name -> token(directory, name, password))
                    .toList();
            return new Security(made.get(0), made.get(1), made.get(2));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SecurityToken token(Path directory, String name, Secret password) {
        try {
            return SoftwareToken.create(directory.resolve(name + ".p12"), password, "Token " + name, "Keyline");
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Signs a first CTL file and sets mixed mode. */
    void mixedMode(Path data, Configuration configuration) throws IOException, GeneralSecurityException {
        run(data, configuration, CtlChoice.MIXED_MODE, first, second);
    }

    /** Has a token sign another CTL file. */
    static void run(
            Path data, Configuration configuration, CtlChoice choice, SecurityToken signer, SecurityToken... added)
            throws IOException, GeneralSecurityException {
        run(data, configuration, choice, signer, ManualEntries.none(), added);
    }

    /** The same with entries that no server lists. */
    static void run(
            Path data,
            Configuration configuration,
            CtlChoice choice,
            SecurityToken signer,
            ManualEntries manual,
            SecurityToken... added)
            throws IOException, GeneralSecurityException {
        var servers = ClusterServers.of(configuration, NodeDirectory.existing(data));
        var request = new CtlRequest(choice, signer, List.of(added), servers).with(manual);
        var update = new CtlUpdate(
                new LocalProvider(
                        OwnFacts.of(configuration, NodeDirectory.existing(data)),
                        CtlFileStore.in(data),
                        new ConfiguredSecurity(configuration)),
                TrustListVariant.OLD_PHONES,
                Clock.systemUTC());
        assertThat(update.run(request)).isInstanceOf(CtlOutcome.Done.class);
    }
}
