package org.keyline.node.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keyline.callcontrol.station.StationCommand.Reset;
import org.keyline.config.store.Author;
import org.keyline.config.store.Edit;
import org.keyline.ctl.CtlChoice;
import org.keyline.lab.LabPhone;
import org.keyline.lab.files.Octets;
import org.keyline.lab.phone.SrstInfo;
import org.keyline.lab.srst.CredentialsService;
import org.keyline.lab.srst.GatewayIdentity;
import org.keyline.lab.trust.Certificates;
import org.keyline.lab.trust.MalformedFile;
import org.keyline.model.schema.Kinds;
import org.keyline.node.CatchUp;
import org.keyline.node.srst.Gateways;
import org.keyline.serviceability.alarm.AlarmCatalogue;
import org.keyline.serviceability.supervisor.Supervisor;
import org.keyline.spec.Spec;
import org.keyline.trust.srst.Fetched.Failed;
import org.keyline.trust.srst.Fetched.Trouble;
import org.keyline.web.srst.SrstGateways.Acceptance;

/** The gateway of a remote site, and what phones are told of it. */
class SrstTest {
    private static final Author ADMINISTRATOR = Author.administrator("site");

    @RegisterExtension
    static final Site SITE = Site.mixed().with(Desk.encrypted("alice", "2001"), Desk.encrypted("bob", "2002"));

    private CredentialsService router;
    private Gateways gateways;

    @BeforeEach
    void aBranchWithAGateway() throws Exception {
        router = CredentialsService.showing(GatewayIdentity.selfSigned("127.0.0.1"));
        gateways = new Gateways(SITE.node().configuration(), SITE.node().alarms(), Clock.systemUTC());
        configure(true);
    }

    private void configure(boolean secure) {
        SITE.imports("""
                keyline: 1
                srstReferences:
                  - {name: Branch, address: 127.0.0.1, secure: %s, certificateProviderPort: %d}
                devicePools:
                  - {name: Default, callManagerGroup: Default, region: Default, srstReference: Branch}
                """.formatted(secure, router.port()));
    }

    @AfterEach
    void theGatewayIsTakenAway() throws Exception {
        router.close();
        SITE.node()
                .configuration()
                .store()
                .apply(
                        List.of(
                                new Edit.Change(Kinds.DEVICE_POOL, "Default", Map.of(), Set.of("srstReference")),
                                new Edit.Remove(Kinds.SRST_REFERENCE, "Branch")),
                        ADMINISTRATOR)
                .orThrow();
    }

    private void accept() throws Exception {
        assertThat(gateways.accept("Branch", router.identity().fingerprint(), "admin"))
                .isInstanceOf(Acceptance.Accepted.class);
    }

    private static SrstInfo srst(LabPhone phone) {
        return phone.phone().config().orElseThrow().srst().orElseThrow();
    }

    private static void resets(LabPhone phone, String person) {
        SITE.resets(phone, person, Reset.Kind.RESET);
    }

    @Test
    @Spec({
        "OV-08",
        "OV-39",
        "PH-055",
        "SRST-03",
        "SRST-08",
        "SRST-09",
        "SRST-10",
        "SRST-13",
        "SRST-14",
        "SRST-15",
        "SRST-23",
        "SRST-25",
        "SRST-26",
        "SRST-28",
        "SRST9-03"
    })
    void a_phone_tries_tls_with_its_gateway_only_while_all_four_conditions_hold() throws Exception {
        var alice = SITE.boots("alice");
        assertThat(srst(alice).isEnabled()).isTrue();
        assertThat(srst(alice).secure()).isTrue();
        assertThat(alice.phone().wouldTrySecureSrst())
                .as("no certificate was accepted")
                .isFalse();

        accept();
        assertThat(alice.phone().wouldTrySecureSrst()).as("not reset yet").isFalse();
        resets(alice, "alice");
        assertThat(alice.phone().wouldTrySecureSrst()).isTrue();
        assertThat(srst(alice).certificate()).contains(router.identity().certificate());
        assertThat(router.talkers()).isZero();
        assertThat(alice.flash().ctl().orElseThrow().records())
                .as("the CTL does not name the gateway")
                .noneMatch(record -> record.isOf(router.identity().certificate()));

        SITE.sets("alice", "securityMode: NON_SECURE");
        resets(alice, "alice");
        assertThat(alice.phone().wouldTrySecureSrst())
                .as("the phone is non-secure")
                .isFalse();
        SITE.sets("alice", "securityMode: ENCRYPTED");
        resets(alice, "alice");
        assertThat(alice.phone().wouldTrySecureSrst()).isTrue();

        SITE.signs(CtlChoice.NON_SECURE_MODE, Security.OURS.first());
        resets(alice, "alice");
        assertThat(alice.phone().wouldTrySecureSrst())
                .as("the cluster is non-secure")
                .isFalse();
        assertThat(srst(alice).secure()).isFalse();
        assertThat(srst(alice).certificate()).isEmpty();
        SITE.signs(CtlChoice.MIXED_MODE, Security.OURS.first());
        resets(alice, "alice");
        assertThat(alice.phone().wouldTrySecureSrst())
                .as("it was kept meanwhile")
                .isTrue();

        configure(false);
        resets(alice, "alice");
        assertThat(alice.phone().wouldTrySecureSrst())
                .as("the reference is not secure")
                .isFalse();
        assertThat(srst(alice).certificate()).isEmpty();
    }

    @Test
    @Spec({"SRST-17", "SRST-20", "SRST-21", "SRST-26", "OV-47"})
    void another_certificate_raises_an_alarm_once_and_reaches_phones_only_when_accepted_and_reset() throws Exception {
        accept();
        var bob = SITE.boots("bob");
        var first = router.identity().certificate();
        router.shows(GatewayIdentity.selfSigned("127.0.0.1"));

        gateways.check();
        gateways.check();
        SITE.raises(AlarmCatalogue.SRST_CERTIFICATE_CHANGED, Map.of("reference", "Branch", "gateway", "127.0.0.1"));
        assertThat(SITE.alarms())
                .filteredOn(raised -> raised.alarm().equals(AlarmCatalogue.SRST_CERTIFICATE_CHANGED))
                .hasSize(1);
        configure(true);
        resets(bob, "bob");
        assertThat(srst(bob).certificate()).contains(first);

        accept();
        awaitTrusted(router.identity().certificate());
        assertThat(pending()).containsExactly(Desk.device("bob"));
        resets(bob, "bob");
        assertThat(srst(bob).certificate()).contains(router.identity().certificate());
        assertThat(pending()).isEmpty();
    }

    private static List<String> pending() throws Exception {
        var node = SITE.node();
        try (var supervisor = new Supervisor(Clock.systemUTC(), node.alarms(), Duration.ofSeconds(60))) {
            return new CatchUp(
                            node.configuration().snapshots(),
                            node.configuration().store(),
                            supervisor,
                            node.registrations(),
                            node.devices(),
                            SITE.data().resolve("no CTL file"))
                    .pending()
                    .devices();
        }
    }

    private static void awaitTrusted(X509Certificate... certificates) {
        Await.until(
                certificates.length + " trusted gateways",
                SrstTest::trusted,
                () -> trusted().equals(List.of(certificates)));
    }

    private static List<X509Certificate> trusted() {
        var store = SITE.data().resolve("certificates").resolve("SRST-trust");
        var found = new ArrayList<X509Certificate>();
        try (var files = Files.newDirectoryStream(store, "*.cer")) {
            for (var file : files) {
                found.add(Certificates.parse(Octets.of(Files.readAllBytes(file))));
            }
        } catch (IOException | MalformedFile changing) {
            return List.of();
        }
        return found;
    }

    @Test
    @Spec({"SRST-20", "SRST-22", "SRST-23", "OV-47"})
    void the_store_of_trusted_gateways_follows_what_was_accepted() throws Exception {
        accept();
        awaitTrusted(router.identity().certificate());
        configure(false);
        awaitTrusted();
    }

    @Test
    @Spec("SRST-19")
    void what_is_accepted_is_what_was_looked_at_and_nothing_else() throws Exception {
        var looked = router.identity().fingerprint();
        router.shows(GatewayIdentity.selfSigned("127.0.0.1"));
        assertThat(gateways.accept("Branch", looked, "admin")).isInstanceOf(Acceptance.Other.class);

        router.shows(GatewayIdentity.expired("127.0.0.1"));
        assertThat(gateways.accept("Branch", router.identity().fingerprint(), "admin"))
                .isInstanceOfSatisfying(
                        Acceptance.Failed.class,
                        failed -> assertThat(failed.why().trouble()).isEqualTo(Trouble.EXPIRED));
        router.shows(GatewayIdentity.selfSigned("root").issues("middle").issues("127.0.0.1"));
        assertThat(gateways.accept("Branch", router.identity().fingerprint(), "admin"))
                .isInstanceOfSatisfying(
                        Acceptance.Failed.class,
                        failed -> assertThat(failed.why().trouble()).isEqualTo(Trouble.CHAIN_TOO_DEEP));
        router.shows(GatewayIdentity.withKeyOf(512, "127.0.0.1"));
        assertThat(gateways.accept("Branch", router.identity().fingerprint(), "admin"))
                .isInstanceOfSatisfying(
                        Acceptance.Failed.class,
                        failed -> assertThat(failed.why().trouble()).isEqualTo(Trouble.KEY_TOO_SHORT));
        assertThat(gateways.accept("Nowhere", looked, "admin")).isInstanceOf(Acceptance.Invalid.class);
        var stored = SITE.node().configuration().snapshots().current().srstReferences();
        assertThat(stored.values())
                .allMatch(reference -> reference.certificate().isEmpty());

        router.shows(GatewayIdentity.selfSigned("root").issues("127.0.0.1"));
        accept();
        router.close();
        assertThat(gateways.fetch(Objects.requireNonNull(stored.get("Branch"))))
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.trouble()).isEqualTo(Trouble.REFUSED));
    }
}
