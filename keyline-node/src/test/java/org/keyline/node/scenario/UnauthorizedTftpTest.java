package org.keyline.node.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keyline.lab.files.FileAnswer;
import org.keyline.lab.files.FileSource;
import org.keyline.lab.files.PrimaryAndBackup;
import org.keyline.lab.files.TftpClient;
import org.keyline.serviceability.alarm.AlarmCatalogue;
import org.keyline.spec.Spec;

/** A phone that has a CTL says which of the servers it was given is not in it. */
class UnauthorizedTftpTest {
    @RegisterExtension
    static final Site SITE = Site.mixed().with(Desk.encrypted("alice", "2001"), Desk.encrypted("bob", "2002"));

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
    @Spec({"AL-05", "AL-M01", "M-3"})
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
