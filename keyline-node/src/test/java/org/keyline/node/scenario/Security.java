package org.keyline.node.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;
import org.keyline.config.Configuration;
import org.keyline.ctl.ConfiguredSecurity;
import org.keyline.ctl.CtlChoice;
import org.keyline.ctl.CtlFileStore;
import org.keyline.ctl.CtlOutcome;
import org.keyline.ctl.CtlRequest;
import org.keyline.ctl.CtlUpdate;
import org.keyline.node.ClusterServers;
import org.keyline.node.NodeDirectory;
import org.keyline.trust.secret.Secret;
import org.keyline.trust.token.SecurityToken;
import org.keyline.trust.token.SoftwareToken;
import org.keyline.trust.trustlist.TrustListVariant;

/** The administrator with two security tokens. The same two serve all sites of a run. */
final class Security {
    private static final List<SecurityToken> TOKENS = tokens();

    private Security() {}

    private static List<SecurityToken> tokens() {
        try (var password = Secret.of("only for this run")) {
            var directory = Files.createTempDirectory("keyline-tokens");
            return List.of(
                    SoftwareToken.create(directory.resolve("one.p12"), password, "Token one", "Keyline"),
                    SoftwareToken.create(directory.resolve("two.p12"), password, "Token two", "Keyline"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Signs a CTL file and sets mixed mode. */
    static void mixedMode(Path data, Configuration configuration) throws IOException, GeneralSecurityException {
        var servers = ClusterServers.of(configuration.store(), NodeDirectory.existing(data));
        var request = new CtlRequest(CtlChoice.MIXED_MODE, TOKENS.getFirst(), TOKENS.subList(1, 2), servers);
        var update = new CtlUpdate(
                CtlFileStore.in(data),
                new ConfiguredSecurity(configuration),
                TrustListVariant.OLD_PHONES,
                Clock.systemUTC());
        assertThat(update.run(request)).isInstanceOf(CtlOutcome.Done.class);
    }
}
