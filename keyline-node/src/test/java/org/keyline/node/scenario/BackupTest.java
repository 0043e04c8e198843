package org.keyline.node.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.keyline.callcontrol.station.StationCommand.Reset;
import org.keyline.ctl.CtlChoice;
import org.keyline.model.security.ClusterSecurityMode;
import org.keyline.model.security.SecurityClass;
import org.keyline.node.backup.Backup;
import org.keyline.node.backup.BackupException;
import org.keyline.node.backup.BackupFile;
import org.keyline.node.backup.Progress;
import org.keyline.node.backup.Restore;
import org.keyline.node.backup.RestoreWish;
import org.keyline.node.backup.RestoredFrom;
import org.keyline.node.backup.Scope;
import org.keyline.spec.Spec;
import org.keyline.trust.certificate.CertificatePurpose;
import org.keyline.trust.certificate.Certificates;
import org.keyline.trust.certificate.PemKeyFile;
import org.keyline.trust.secret.Secret;

/** A node is lost in part or as a whole and comes back from its backup; phones judge whether it is still theirs. */
class BackupTest {
    private static final Secret PASSPHRASE = Secret.of("staple battery horse correct");

    @RegisterExtension
    static final Site SITE = Site.mixed()
            .with(Desk.encrypted("alice", "2001"), Desk.encrypted("bob", "2002"), Desk.encrypted("carol", "2003"));

    @TempDir
    Path away;

    private Path saved() throws IOException {
        var wish = new Backup.Wish(Optional.of(away), true);
        return new Backup(SITE.data(), "cm1", SITE.node().configuration(), Clock.systemUTC())
                .make(wish, PASSPHRASE, Progress.UNSEEN)
                .file();
    }

    private static void restore(Path file, Path data, RestoreWish wish) throws IOException {
        Files.createDirectories(data);
        try (var backup = BackupFile.open(file, PASSPHRASE)) {
            new Restore(data).from(backup, wish, Progress.UNSEEN);
        }
    }

    private static RestoreWish wish(Scope scope, X509Certificate... tokens) {
        return new RestoreWish(scope, false, List.of(tokens), false);
    }

    private static X509Certificate token() {
        return Security.OURS.second().certificate();
    }

    /** Every key of the node, and what phones know of it. */
    private static Map<String, String> trust() throws IOException {
        var trust = new TreeMap<String, String>();
        try (Stream<Path> files = Files.list(SITE.data().resolve("certificates"))) {
            for (var file : files.filter(Files::isRegularFile)
                    .filter(one -> one.toString().matches(".*\\.(pem|cer|0)"))
                    .toList()) {
                trust.put(
                        file.getFileName().toString(),
                        HexFormat.of().formatHex(Certificates.digest("SHA-256", Files.readAllBytes(file))));
            }
        }
        return trust;
    }

    private static X509Certificate certificate(CertificatePurpose purpose) throws IOException {
        return PemKeyFile.read(SITE.data().resolve("certificates").resolve(purpose.keyFileName()))
                .certificate();
    }

    /** The machine is gone: an empty directory, in which the backup is restored. */
    private static void onFreshMachine(Path file, RestoreWish wish) throws Exception {
        SITE.restarts(settings -> {
            Files.move(settings.data(), settings.data().resolveSibling("lost-" + System.nanoTime()));
            restore(file, settings.data(), wish);
        });
    }

    private static void isEncrypted(String person) {
        assertThat(SITE.node()
                        .registrations()
                        .device(Site.device(person))
                        .orElseThrow()
                        .security())
                .isEqualTo(SecurityClass.ENCRYPTED);
    }

    private static void isMixed() {
        assertThat(SITE.node().configuration().snapshots().current().clusterSecurityMode())
                .isEqualTo(ClusterSecurityMode.MIXED);
    }

    @Test
    @Spec({"BR-01", "BR-03", "BR-04", "BR-15", "CAPF-032", "ADJ-27"})
    void lost_data_come_back_with_ctl_file_and_mode_and_the_nodes_keys_are_those_of_before() throws Exception {
        var alice = SITE.boots("alice").hasLsc();
        var lsc = alice.flash().lsc();
        var issued = SITE.node().configuration().phoneCertificates().of(Desk.device("alice"));
        alice.losesPower();
        var before = trust();
        var file = saved();
        SITE.removes("alice");
        SITE.signs(CtlChoice.NON_SECURE_MODE, Security.OURS.first());

        SITE.restarts(settings -> restore(file, settings.data(), wish(Scope.DATA_ONLY, token())));

        assertThat(trust()).isEqualTo(before);
        isMixed();
        assertThat(SITE.node().configuration().phoneCertificates().of(Desk.device("alice")))
                .isEqualTo(issued);
        assertThat(RestoredFrom.awaitingUpdate(SITE.data())).isPresent();
        var again = SITE.boots("alice");
        isEncrypted("alice");
        var old = again.flash().ctl();

        SITE.signs(CtlChoice.UPDATE, Security.OURS.second());

        assertThat(RestoredFrom.awaitingUpdate(SITE.data())).isEmpty();
        isMixed();
        SITE.resets(again, "alice", Reset.Kind.RESET);
        isEncrypted("alice");
        assertThat(again.flash().ctl()).isNotEqualTo(old);
        assertThat(again.flash().lsc()).isEqualTo(lsc);
    }

    @Test
    @Spec({"BR-01", "BR-15"})
    void on_a_fresh_machine_with_the_backups_keys_no_phone_notices() throws Exception {
        var bob = SITE.boots("bob").hasLsc();
        var ctl = bob.flash().ctl();
        var lsc = bob.flash().lsc();
        bob.losesPower();
        var before = trust();

        onFreshMachine(saved(), wish(Scope.WHOLE, token()));

        assertThat(trust()).isEqualTo(before);
        isMixed();
        var again = SITE.boots("bob");
        isEncrypted("bob");
        assertThat(again.flash().ctl()).isEqualTo(ctl);
        assertThat(again.flash().lsc()).isEqualTo(lsc);
    }

    @Test
    @Spec({"BR-05", "BR-08", "BR-15"})
    void a_publisher_in_place_of_another_has_keys_of_its_own_and_an_updated_ctl_file_brings_its_phones_back()
            throws Exception {
        var carol = SITE.boots("carol").hasLsc();
        var lsc = carol.flash().lsc();
        carol.losesPower();
        var formerCallManager = certificate(CertificatePurpose.CALLMANAGER);
        var formerCapf = certificate(CertificatePurpose.CAPF);

        onFreshMachine(saved(), wish(Scope.NEW_IDENTITY, token()));

        assertThat(certificate(CertificatePurpose.CALLMANAGER)).isNotEqualTo(formerCallManager);
        assertThat(certificate(CertificatePurpose.CAPF)).isNotEqualTo(formerCapf);
        isMixed();
        var stray = SITE.owns(SITE.phone("carol").build()).powersOn();
        stray.isLost();
        assertThat(SITE.node().registrations().device(Site.device("carol"))).isEmpty();
        stray.losesPower();

        SITE.signs(CtlChoice.UPDATE, Security.OURS.second());

        SITE.restarts(_ -> {});
        var back = SITE.boots("carol");
        isEncrypted("carol");
        isMixed();
        assertThat(back.flash().lsc())
                .as("the former CAPF's certificate counts")
                .isEqualTo(lsc);
        assertThat(back.flash().ctl().orElseThrow().header().signerName()).contains("Token two");
    }

    @Test
    @Spec("BR-06")
    void without_a_token_that_phones_trust_nothing_is_restored_unless_the_administrator_says_so() throws Exception {
        var file = saved();
        var data = away.resolve("node");
        var stranger = Security.tokens().first().certificate();

        for (var wish : List.of(wish(Scope.WHOLE), wish(Scope.NEW_IDENTITY, stranger))) {
            assertThatThrownBy(() -> restore(file, data, wish))
                    .isInstanceOfSatisfying(BackupException.class, refused -> {
                        assertThat(refused.reason()).isEqualTo(BackupException.Reason.NO_TOKEN);
                        assertThat(refused.facts()[0]).isEqualTo("1");
                        assertThat(refused.facts()[1].toString()).contains("Token one", "Token two");
                    });
            assertThat(data.resolve("keyline.db")).doesNotExist();
        }
        restore(file, data, new RestoreWish(Scope.WHOLE, false, List.of(), true));
        assertThat(data.resolve("keyline.db")).exists();
    }

    @Test
    @Spec("BR-12")
    void after_the_loss_of_all_servers_two_different_tokens_are_needed() throws Exception {
        var file = saved();
        var data = away.resolve("node");
        for (var tokens : List.of(List.<X509Certificate>of(), List.of(token()), List.of(token(), token()))) {
            assertThatThrownBy(() -> restore(file, data, new RestoreWish(Scope.WHOLE, true, tokens, false)))
                    .isInstanceOfSatisfying(BackupException.class, refused -> {
                        assertThat(refused.reason()).isEqualTo(BackupException.Reason.NO_TOKEN);
                        assertThat(refused.facts()[0]).isEqualTo("2");
                    });
        }
        var both = List.of(Security.OURS.first().certificate(), token());
        restore(file, data, new RestoreWish(Scope.WHOLE, true, both, false));
        assertThat(data.resolve("tftp").resolve("CTLFile.tlv")).exists();
    }
}
