package org.keyline.node.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keyline.callcontrol.station.StationCommand.Reset;
import org.keyline.lab.firmware.Vendor;
import org.keyline.lab.phone.LoadFunction;
import org.keyline.lab.phone.PhoneConfig;
import org.keyline.lab.phone.SrstInfo;
import org.keyline.lab.srst.CredentialsService;
import org.keyline.lab.srst.GatewayIdentity;
import org.keyline.lab.trust.PhoneIdentity;
import org.keyline.node.NodeDirectory;
import org.keyline.node.srst.Gateways;
import org.keyline.spec.Spec;
import org.keyline.trust.certificate.CertificateProfile;
import org.keyline.trust.certificate.CertificateSignature;
import org.keyline.trust.certificate.Certificates;
import org.keyline.trust.certificate.KeyMaterial;
import org.keyline.trust.certificate.KeyType;
import org.keyline.trust.certificate.NodeIdentity;
import org.keyline.trust.inventory.CertificateInventory;
import org.keyline.trust.inventory.Outcome;
import org.keyline.trust.inventory.TrustPurpose;
import org.keyline.trust.lsc.LscIssuer;
import org.keyline.web.srst.SrstGateways.Acceptance;

/** A 7970 as it is taken out of its box: its load knows neither certificates of CAPF nor secure SRST. */
class DefaultLoadTest {
    private static final Clock YESTERDAY = Clock.offset(Clock.systemUTC(), Duration.ofDays(-1));
    private static final KeyMaterial FACTORY = new CertificateProfile(YESTERDAY)
            .selfSigned(new X500Name("CN=Lab Manufacturing CA,O=Lab"), List.of(), KeyType.RSA_2048);
    private static final Vendor VENDOR = Vendor.named("Image Signer");

    @RegisterExtension
    static final Site SITE = Site.mixed().with(Desk.encrypted("alice", "2001").model("7970"));

    @BeforeAll
    static void the_administrator_trusts_the_factory() throws Exception {
        SITE.restarts(settings -> {
            var node = new NodeIdentity(settings.name(), List.of(settings.bind()), "Keyline");
            var inventory = CertificateInventory.open(
                    new NodeDirectory(settings.data()).certificates(), node, Clock.systemUTC());
            assertThat(inventory.trust(
                            TrustPurpose.PHONE_MANUFACTURERS, "factory.cer", Certificates.der(FACTORY.certificate())))
                    .isInstanceOf(Outcome.Done.class);
        });
    }

    private static PhoneIdentity mic() throws Exception {
        var keys = KeyType.RSA_2048.generate();
        var certificate = new LscIssuer(FACTORY, 1, CertificateSignature.SHA256, YESTERDAY)
                .issue("CP-7970G-" + Desk.device("alice"), keys.getPublic(), KeyType.RSA_2048);
        return new PhoneIdentity(keys.getPrivate(), certificate);
    }

    @Test
    @Spec("PH-012")
    void a_7970_passes_over_lsc_and_secure_srst_until_a_load_that_knows_them_is_installed() throws Exception {
        try (var router = CredentialsService.showing(GatewayIdentity.selfSigned("127.0.0.1"))) {
            givesTheBranch(router);
            var alice = SITE.owns(SITE.phone("alice")
                            .mic(mic())
                            .madeBy(VENDOR)
                            .unawareOf(LoadFunction.LSC, LoadFunction.SECURE_SRST)
                            .build())
                    .boots();

            assertThat(alice.phone().cipherSuite()).as("by its MIC").contains("AES");
            assertThat(alice.phone().config().flatMap(PhoneConfig::srst))
                    .as("configured all the same")
                    .hasValueSatisfying(srst -> assertThat(srst.secure()).isTrue());
            assertThat(alice.phone().wouldTrySecureSrst()).isFalse();
            assertThat(alice.flash().lsc()).isEmpty();
            assertThat(SITE.configured("alice", "certificateOperation")).isEqualTo("INSTALL_UPGRADE");
            assertThat(SITE.configured("alice", "operationStatus")).isEqualTo("Install/Upgrade pending");

            for (var file : VENDOR.load("SCCP70.newer", "newer".getBytes(StandardCharsets.US_ASCII))
                    .entrySet()) {
                Files.write(
                        SITE.data().resolve("tftp").resolve(file.getKey()),
                        file.getValue().toArray());
            }
            SITE.sets("alice", "load: SCCP70.newer");
            SITE.resets(alice, "alice", Reset.Kind.RESET);

            alice.hasLsc().isRegistered();
            assertThat(alice.phone().wouldTrySecureSrst()).isTrue();
            assertThat(alice.phone().config().flatMap(PhoneConfig::srst).flatMap(SrstInfo::certificate))
                    .contains(router.identity().certificate());
        }
    }

    private static void givesTheBranch(CredentialsService router) throws Exception {
        SITE.imports("""
                keyline: 1
                srstReferences:
                  - {name: Branch, address: 127.0.0.1, secure: true, certificateProviderPort: %d}
                devicePools:
                  - {name: Default, callManagerGroup: Default, region: Default, srstReference: Branch}
                """.formatted(router.port()));
        var gateways = new Gateways(SITE.node().configuration(), SITE.node().alarms(), Clock.systemUTC());
        assertThat(gateways.accept("Branch", router.identity().fingerprint(), "admin"))
                .isInstanceOf(Acceptance.Accepted.class);
    }
}
