package org.keyline.ctl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.asn1.x500.X500Name;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyline.config.Configuration;
import org.keyline.model.security.ClusterSecurityMode;
import org.keyline.model.server.Node;
import org.keyline.spec.Spec;
import org.keyline.trust.certificate.CertificateProfile;
import org.keyline.trust.certificate.KeyType;
import org.keyline.trust.certificate.NodeCertificates;
import org.keyline.trust.certificate.NodeIdentity;
import org.keyline.trust.secret.Secret;
import org.keyline.trust.token.SoftwareToken;
import org.keyline.trust.trustlist.ServerName;
import org.keyline.trust.trustlist.TrustListVariant;

/** The CTL update against a real configuration database. */
class ConfiguredSecurityTest {
    private static final Inet4Address ADDRESS = (Inet4Address) InetAddress.ofLiteral("127.0.0.1");

    @TempDir
    Path data;

    @Test
    @Spec({"CTL9-38", "CTL9-M077"})
    void a_database_that_cannot_be_read_is_a_critical_error_of_the_start(@TempDir Path gone) throws Exception {
        var configuration = Configuration.open(gone);
        var server = new ClusterServer(
                new ServerName("ccm1", (Inet4Address) InetAddress.ofLiteral("127.0.0.1")),
                new CertificateProfile(Clock.systemUTC())
                        .selfSigned(new X500Name("CN=ccm1"), List.of(), KeyType.RSA_1024)
                        .certificate(),
                Optional.empty());
        var desk =
                new LocalProvider(TestFacts.of(server), CtlFileStore.in(gone), new ConfiguredSecurity(configuration));
        desk.requireReady();
        configuration.close();

        assertThatThrownBy(desk::requireReady)
                .isInstanceOfSatisfying(
                        ProviderException.class,
                        refused -> assertThat(refused.reason().text()).isEqualTo("DBL Exception occurred."));
    }

    @Test
    @Spec({"CTL3-36", "CTL3-70"})
    void running_services_hear_of_the_mode_and_the_next_start_finds_it() throws Exception {
        var one = SoftwareToken.create(data.resolve("one.p12"), Secret.of("Office-2026"), "SAST-1", "Lab");
        var two = SoftwareToken.create(data.resolve("two.p12"), Secret.of("Office-2026"), "SAST-2", "Lab");
        var certificates = NodeCertificates.openOrCreate(
                data.resolve("certificates"), new NodeIdentity("ccm1", List.of(ADDRESS), "Lab"));
        var server = ClusterServer.of(new Node("ccm1", "127.0.0.1", 2000), certificates);
        var heard = new LinkedBlockingQueue<ClusterSecurityMode>();
        try (var configuration = Configuration.open(data);
                var _ = configuration.snapshots().onChange(next -> heard.add(next.clusterSecurityMode()))) {
            var update = new CtlUpdate(
                    new LocalProvider(
                            TestFacts.of(server), CtlFileStore.in(data), new ConfiguredSecurity(configuration)),
                    TrustListVariant.OLD_PHONES,
                    Clock.systemUTC());

            assertThat(update.run(new CtlRequest(CtlChoice.MIXED_MODE, one, List.of(two), List.of(server))))
                    .isInstanceOf(CtlOutcome.Done.class);
            assertThat(heard.poll(30, TimeUnit.SECONDS))
                    .as("the service hears of the change")
                    .isEqualTo(ClusterSecurityMode.MIXED);
            assertThat(update.run(new CtlRequest(CtlChoice.UPDATE, two, List.of(), List.of(server))))
                    .isInstanceOf(CtlOutcome.Done.class);
        }

        try (var configuration = Configuration.open(data)) {
            assertThat(new ConfiguredSecurity(configuration).mode()).isEqualTo(ClusterSecurityMode.MIXED);
        }
    }

    @Test
    @Spec("CTL9-M102")
    void a_closed_database_is_reported() throws Exception {
        var one = SoftwareToken.create(data.resolve("one.p12"), Secret.of("Office-2026"), "SAST-1", "Lab");
        var two = SoftwareToken.create(data.resolve("two.p12"), Secret.of("Office-2026"), "SAST-2", "Lab");
        var certificates = NodeCertificates.openOrCreate(
                data.resolve("certificates"), new NodeIdentity("ccm1", List.of(ADDRESS), "Lab"));
        var server = ClusterServer.of(new Node("ccm1", "127.0.0.1", 2000), certificates);
        var configuration = Configuration.open(data);
        var security = new ConfiguredSecurity(configuration);
        assertThat(security.mode()).isEqualTo(ClusterSecurityMode.NON_SECURE);
        configuration.close();

        var outcome = new CtlUpdate(
                        new LocalProvider(TestFacts.of(server), CtlFileStore.in(data), security),
                        TrustListVariant.OLD_PHONES,
                        Clock.systemUTC())
                .run(new CtlRequest(CtlChoice.MIXED_MODE, one, List.of(two), List.of(server)));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        CtlOutcome.Failed.class,
                        failed -> assertThat(failed.message()).isEqualTo(CtlMessage.MODE_NOT_SET));
    }
}
