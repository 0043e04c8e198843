package org.keyline.node.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keyline.ctl.AlternateTftp;
import org.keyline.ctl.CtlChoice;
import org.keyline.ctl.ManualEntries;
import org.keyline.lab.files.FileAnswer;
import org.keyline.lab.files.FileSource;
import org.keyline.lab.files.PrimaryAndBackup;
import org.keyline.lab.files.TftpClient;
import org.keyline.serviceability.alarm.AlarmCatalogue;
import org.keyline.spec.Spec;
import org.keyline.trust.trustlist.ServerName;

/** A phone that has a CTL says which of the servers it was given is not in it. */
class UnauthorizedTftpTest {
    @RegisterExtension
    static final Site SITE = Site.mixed()
            .with(Desk.encrypted("alice", "2001"), Desk.encrypted("bob", "2002"), Desk.encrypted("carol", "2003"));

    /** A server elsewhere that gives the same files. */
    private record Elsewhere(InetAddress place) implements FileSource {
        @Override
        public FileAnswer fetch(String name) {
            return new TftpClient(SITE.tftp()).fetch(name);
        }

        @Override
        public Optional<InetAddress> address() {
            return Optional.of(place);
        }
    }

    private static Elsewhere elsewhere(String address) {
        return new Elsewhere(InetAddress.ofLiteral(address));
    }

    @Test
    @Spec({"AL-05", "AL-M01", "M-3", "SEC-02"})
    void a_server_that_is_not_in_the_ctl_is_named_by_the_phone_and_by_an_alarm() {
        var known = SITE.boots("alice").isRegistered();
        assertThat(known.flash().status()).noneMatch(line -> line.contains("Not Authorized"));
        known.losesPower();
        var alice = SITE.owns(SITE.phone("alice")
                .files(elsewhere("127.9.9.1"))
                .registersSecurelyAt(SITE.at(2443))
                .build());

        alice.powersOn().isRegistered();

        assertThat(alice.flash().status()).containsOnlyOnce("TFTP Not Authorized: 127.9.9.1");
        SITE.raises(
                AlarmCatalogue.DEVICE_ALARM,
                Map.of("device", alice.deviceName(), "text", "TFTP Not Authorized: 127.9.9.1"));
    }

    @Test
    @Spec("CTL9-46")
    void the_complaint_ends_when_an_updated_ctl_names_the_server_or_the_old_one_is_erased() throws Exception {
        var complaint = "TFTP Not Authorized: 127.9.9.3";
        SITE.boots("carol").hasLsc().losesPower();
        var carol = SITE.owns(SITE.phone("carol")
                .files(elsewhere("127.9.9.3"))
                .registersSecurelyAt(SITE.at(2443))
                .build());
        carol.powersOn().isRegistered();
        assertThat(carol.flash().status()).containsOnlyOnce(complaint);
        carol.losesPower();

        var alternate = new AlternateTftp(
                new ServerName("tftp-elsewhere", (Inet4Address) InetAddress.ofLiteral("127.9.9.3")),
                Certificate.selfMade("tftp-elsewhere").certificate());
        Security.run(
                SITE.data(),
                SITE.node().configuration(),
                CtlChoice.UPDATE,
                Security.OURS.first(),
                new ManualEntries(List.of(alternate), List.of(), List.of()));
        carol.powersOn().isRegistered();
        assertThat(carol.flash().status()).containsOnlyOnce(complaint);
        assertThat(carol.flash().authorizes(InetAddress.ofLiteral("127.9.9.3"))).isTrue();
        carol.losesPower();

        assertThat(carol.flash().authorizes(InetAddress.ofLiteral("127.9.9.4"))).isFalse();
        carol.flash().eraseTrustLists();
        var moved = SITE.owns(SITE.phone("carol")
                .files(elsewhere("127.9.9.3"))
                .registersSecurelyAt(SITE.at(2443))
                .build());
        moved.powersOn().isRegistered();
        assertThat(moved.flash().ctl()).isPresent();
        assertThat(moved.flash().status()).containsOnlyOnce(complaint);
    }

    @Test
    @Spec("AL-06")
    void with_a_primary_and_a_backup_server_that_are_both_strange_the_alarm_comes_twice() {
        SITE.boots("bob").isRegistered().losesPower();
        var both = new PrimaryAndBackup(elsewhere("127.9.9.1"), elsewhere("127.9.9.2"));
        var bob = SITE.owns(
                SITE.phone("bob").files(both).registersSecurelyAt(SITE.at(2443)).build());

        bob.powersOn().isRegistered();

        for (var address : List.of("127.9.9.1", "127.9.9.2")) {
            assertThat(bob.flash().status()).containsOnlyOnce("TFTP Not Authorized: " + address);
            SITE.raises(
                    AlarmCatalogue.DEVICE_ALARM,
                    Map.of("device", bob.deviceName(), "text", "TFTP Not Authorized: " + address));
        }
    }
}
