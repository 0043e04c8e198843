package org.keyline.node.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyline.config.store.Author;
import org.keyline.config.yaml.ImportMode;
import org.keyline.config.yaml.ImportResult;
import org.keyline.ctl.ConfiguredSecurity;
import org.keyline.ctl.CtlChoice;
import org.keyline.ctl.CtlOutcome;
import org.keyline.ctl.StoredCtl;
import org.keyline.ctl.client.Cluster;
import org.keyline.ctl.client.Draft;
import org.keyline.ctl.client.Greeting;
import org.keyline.ctl.client.KnownServers;
import org.keyline.ctl.client.ServerLogin;
import org.keyline.lab.LabPhone;
import org.keyline.lab.trust.Flash;
import org.keyline.model.security.ClusterSecurityMode;
import org.keyline.model.security.SecurityClass;
import org.keyline.node.KeylineNode;
import org.keyline.node.NodeSettings;
import org.keyline.node.backup.Backup;
import org.keyline.node.backup.BackupFile;
import org.keyline.node.backup.Progress;
import org.keyline.node.backup.Restore;
import org.keyline.node.backup.RestoreWish;
import org.keyline.node.backup.RestoredFrom;
import org.keyline.node.backup.Scope;
import org.keyline.spec.Spec;
import org.keyline.trust.certificate.CertificatePurpose;
import org.keyline.trust.certificate.PemKeyFile;
import org.keyline.trust.secret.PasswordHash;
import org.keyline.trust.secret.Secret;
import org.keyline.trust.tls.TlsProfile;
import org.keyline.trust.token.SecurityToken;

/**
 * A cluster of two servers: one is added, one is lost, both are lost. Phones fetch their files from the publisher and
 * register with the subscriber first. Each server has the cluster's configuration, here by an import on each.
 */
class ClusterRestoreTest {
    private static final Secret PASSPHRASE = Secret.of("staple battery horse correct");
    private static final Secret ACCOUNT = Secret.of("the account of operators");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path home;

    private final Map<String, NodeSettings> settings = new TreeMap<>();
    private final Map<String, KeylineNode> running = new TreeMap<>();
    private final List<LabPhone> phones = new ArrayList<>();
    private final Flash flash = new Flash();

    @AfterEach
    void stop() {
        phones.forEach(LabPhone::close);
        running.values().forEach(KeylineNode::close);
    }

    private NodeSettings settings(String name) {
        return settings.computeIfAbsent(name, _ -> Places.settings(home.resolve(name), name, TlsProfile.MODERN));
    }

    private KeylineNode node(String name) {
        return Objects.requireNonNull(running.get(name), name);
    }

    private void start(String name) throws Exception {
        running.put(name, KeylineNode.start(settings(name)));
    }

    private void stop(String name) {
        node(name).close();
        running.remove(name);
    }

    /**
     * A server as it is after its installation: started, with the operators' account and the cluster's configuration.
     */
    private void installs(String name, String... servers) throws Exception {
        start(name);
        assertThat(node(name).configuration().administrators().create("ops", PasswordHash.of(ACCOUNT), "administrator"))
                .isTrue();
        configures(name, servers);
    }

    private void configures(String name, String... servers) {
        var nodes = new StringBuilder("nodes:\n");
        for (var server : servers) {
            nodes.append("  - {name: ")
                    .append(server)
                    .append(", address: ")
                    .append(address(server).getHostAddress())
                    .append("}\n");
        }
        var group = "callManagerGroups:\n  - {name: Default, nodes: ["
                + String.join(", ", List.of(servers).reversed()) + "]}\n";
        var text = "keyline: 1\n" + nodes + group + Desk.yaml(List.of(Desk.encrypted("alice", "2001")));
        assertThat(node(name)
                        .configuration()
                        .file()
                        .importText(text, ImportMode.MERGE, Author.administrator("operators")))
                .as(text)
                .isInstanceOf(ImportResult.Imported.class);
    }

    private InetAddress address(String name) {
        return settings(name).bind();
    }

    /** The CTL client at the publisher: mixed mode at first, an update ever after. */
    private void signs(CtlChoice choice, SecurityToken signer, SecurityToken... added) throws Exception {
        var login = ServerLogin.of(address("cm1").getHostAddress(), "2444", "ops", ACCOUNT);
        var greeting = new Greeting(new KnownServers(home.resolve("known")), (_, _, _) -> true);
        try (var cluster = Cluster.open(login, greeting)) {
            var draft = cluster.present() instanceof StoredCtl.Sound(var list)
                    ? Draft.of(choice, cluster.servers(), list)
                    : Draft.anew(choice, cluster.servers(), cluster.base());
            for (var token : added) {
                draft.addToken(token.name(), token.certificate());
            }
            var outcome = cluster.run(draft.request(signer));
            assertThat(outcome).isInstanceOf(CtlOutcome.Done.class);
            for (var behind : cluster.behind()) {
                behind.catchUp();
            }
            Await.until("all servers to work by the new file", PATIENCE, () -> outcome, () -> isNobodyBehind(cluster));
        }
    }

    private static boolean isNobodyBehind(Cluster cluster) {
        try {
            return cluster.behind().stream().allMatch(server -> {
                try {
                    return server.pendingWork().services().isEmpty();
                } catch (Exception unreachable) {
                    return false;
                }
            });
        } catch (Exception restarting) {
            return false;
        }
    }

    /** The subscriber knows the mode, as it will where servers share their configuration. */
    private void followsMode(String name) throws IOException {
        new ConfiguredSecurity(node(name).configuration()).set(ClusterSecurityMode.MIXED);
    }

    private LabPhone boots() {
        var tftp = new InetSocketAddress(address("cm1"), settings("cm1").tftpPort());
        var phone = LabPhone.model("7962")
                .of("alice")
                .named(Desk.device("alice"))
                .patience(PATIENCE)
                .tftp(tftp)
                .flash(flash)
                .build();
        phones.add(phone);
        return phone.powersOn();
    }

    private void isEncryptedAt(String name) {
        Await.until(
                "the phone encrypted at " + name,
                PATIENCE,
                () -> node(name).registrations().devices(),
                () -> node(name)
                        .registrations()
                        .device(Site.device("alice"))
                        .filter(device -> device.security() == SecurityClass.ENCRYPTED)
                        .isPresent());
    }

    private Path saved(String name) throws IOException {
        return new Backup(settings(name).data(), name, node(name).configuration(), Clock.systemUTC())
                .make(new Backup.Wish(Optional.of(home.resolve(name + ".klb")), true), PASSPHRASE, Progress.UNSEEN)
                .file();
    }

    private void restores(String name, Path file, X509Certificate... tokens) throws IOException {
        Files.createDirectories(settings(name).data());
        try (var backup = BackupFile.open(file, PASSPHRASE)) {
            new Restore(settings(name).data())
                    .from(backup, new RestoreWish(Scope.WHOLE, true, List.of(tokens), false), Progress.UNSEEN);
        }
    }

    private void loses(String name) throws IOException {
        stop(name);
        Files.move(settings(name).data(), home.resolve(name + "-lost-" + System.nanoTime()));
    }

    private X509Certificate callManager(String name) throws IOException {
        var certificates = settings(name).data().resolve("certificates");
        return PemKeyFile.read(certificates.resolve(CertificatePurpose.CALLMANAGER.keyFileName()))
                .certificate();
    }

    @Test
    @Spec({"BR-09", "BR-10", "BR-16"})
    void a_new_server_and_one_in_place_of_a_lost_one_serve_phones_after_one_update_of_the_ctl_file() throws Exception {
        installs("cm1", "cm1");
        signs(CtlChoice.MIXED_MODE, Security.OURS.first(), Security.OURS.second());
        var phone = boots().hasLsc();
        isEncryptedAt("cm1");

        installs("cm2", "cm1", "cm2");
        configures("cm1", "cm1", "cm2");
        followsMode("cm2");
        signs(CtlChoice.UPDATE, Security.OURS.first());
        phone.losesPower();
        phone = boots();
        isEncryptedAt("cm2");
        assertThat(saved("cm1")).exists();

        var former = callManager("cm2");
        phone.losesPower();
        loses("cm2");
        installs("cm2", "cm1", "cm2");
        followsMode("cm2");
        assertThat(callManager("cm2")).isNotEqualTo(former);
        signs(CtlChoice.UPDATE, Security.OURS.second());

        boots();
        isEncryptedAt("cm2");
    }

    @Test
    @Spec({"BR-11", "BR-12", "BR-13", "BR-15"})
    void when_all_servers_were_lost_the_publisher_and_then_the_others_come_back_and_so_do_the_phones()
            throws Exception {
        installs("cm1", "cm1", "cm2");
        installs("cm2", "cm1", "cm2");
        followsMode("cm2");
        signs(CtlChoice.MIXED_MODE, Security.OURS.first(), Security.OURS.second());
        var phone = boots().hasLsc();
        isEncryptedAt("cm2");
        var lsc = flash.lsc();
        var publisher = saved("cm1");
        var subscriber = saved("cm2");
        phone.losesPower();
        loses("cm1");
        loses("cm2");

        var tokens = new X509Certificate[] {
            Security.OURS.first().certificate(), Security.OURS.second().certificate()
        };
        restores("cm1", publisher, tokens);
        start("cm1");
        restores("cm2", subscriber, tokens);
        start("cm2");
        assertThat(RestoredFrom.awaitingUpdate(settings("cm1").data())).isPresent();
        signs(CtlChoice.UPDATE, Security.OURS.second());

        for (var name : List.of("cm1", "cm2")) {
            assertThat(RestoredFrom.awaitingUpdate(settings(name).data())).isEmpty();
            assertThat(node(name).configuration().snapshots().current().clusterSecurityMode())
                    .isEqualTo(ClusterSecurityMode.MIXED);
        }
        boots();
        isEncryptedAt("cm2");
        assertThat(flash.lsc()).isEqualTo(lsc);
        assertThat(flash.ctl().orElseThrow().header().signerName()).contains("Token two");
    }
}
