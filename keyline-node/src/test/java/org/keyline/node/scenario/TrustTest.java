package org.keyline.node.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keyline.callcontrol.station.StationCommand.Reset;
import org.keyline.ctl.CtlChoice;
import org.keyline.lab.LabPhone;
import org.keyline.lab.files.TftpClient;
import org.keyline.lab.phone.BootStep;
import org.keyline.lab.trust.Flash;
import org.keyline.serviceability.alarm.AlarmCatalogue;
import org.keyline.spec.Spec;

/** What phones believe, and what they do not. */
class TrustTest {
    @RegisterExtension
    static final Site SITE = Site.mixed()
            .with(
                    Desk.encrypted("alice", "2001"),
                    Desk.encrypted("bob", "2002"),
                    Desk.encrypted("carol", "2003"),
                    Desk.of("dora", "2004"),
                    Desk.encrypted("emil", "2005"));

    @RegisterExtension
    static final Site ELSEWHERE = Site.mixed().signedBy(Security.tokens()).with(Desk.of("alice", "2001"));

    private static LabPhone through(Tampering tampering, Flash flash, String person) {
        return SITE.owns(
                SITE.unprovisioned(person, "7962").files(tampering).flash(flash).build());
    }

    private static Flash trusting(String person) {
        var phone = SITE.boots(person);
        var flash = phone.flash();
        assertThat(flash.ctl()).isPresent();
        phone.losesPower();
        return flash;
    }

    private static String outcomes(LabPhone phone) {
        return String.join(
                "\n", phone.phone().bootSteps().stream().map(BootStep::toString).toList());
    }

    @Test
    @Spec({"OV-53", "OV-58", "AL-M02"})
    void a_configuration_changed_on_the_way_is_refused_and_the_phone_does_not_register() {
        var flash = trusting("dora");
        for (int fromEnd : new int[] {1, 300}) {
            var phone = through(
                    new Tampering(new TftpClient(SITE.tftp()), name -> name.contains(".cnf.xml"), fromEnd),
                    flash,
                    "dora");
            phone.powersOn().isLost();
            assertThat(outcomes(phone)).contains("File Auth Failed");
            assertThat(flash.status()).contains("File Auth Failed");
            assertThat(phone.messages()).isEmpty();
        }
        assertThat(SITE.node().registrations().device(Site.device("dora"))).isEmpty();
    }

    @Test
    @Spec({"OV-53", "OV-58"})
    void a_ring_list_changed_on_the_way_is_refused_and_the_phone_works() {
        var phone = through(
                new Tampering(new TftpClient(SITE.tftp()), name -> name.startsWith("Ringlist"), 20),
                trusting("dora"),
                "dora");
        phone.boots();
        assertThat(outcomes(phone)).contains("Ringlist.xml.sgn: File Auth Failed");
    }

    @Test
    @Spec({"OV-53", "SEC-02"})
    void a_trust_list_changed_on_the_way_is_refused_and_the_old_one_stays() {
        var flash = trusting("dora");
        var before = flash.ctl();
        for (int fromEnd : new int[] {1, 500}) {
            var phone = through(
                    new Tampering(new TftpClient(SITE.tftp()), name -> name.startsWith("CTL"), fromEnd), flash, "dora");
            phone.boots();
            assertThat(flash.ctl()).isEqualTo(before);
            assertThat(flash.status()).contains("Trust List Update Failed");
            SITE.raises(
                    AlarmCatalogue.DEVICE_ALARM,
                    Map.of("device", phone.deviceName(), "text", "Trust List Update Failed"));
            phone.losesPower();
        }
    }

    @Test
    @Spec("CTL3-10")
    void a_list_renewed_by_either_token_is_taken_at_the_next_reset_and_the_phones_go_on() throws Exception {
        var phones = SITE.boot("alice", "bob");
        var alice = phones.getFirst();
        var bob = phones.getLast();
        for (var signer : List.of(Security.OURS.first(), Security.OURS.second())) {
            var before = alice.flash().ctl();
            SITE.signs(CtlChoice.UPDATE, signer);
            assertThat(alice.flash().ctl()).isEqualTo(before);

            SITE.resets(alice, "alice", Reset.Kind.RESET);

            assertThat(alice.flash().ctl()).isNotEqualTo(before);
            assertThat(alice.flash().backup()).isEqualTo(before);
            alice.dials("2002");
            bob.rings().answers().hearsEncrypted(alice).showsLock();
            alice.hearsEncrypted(bob).showsLock().hangsUp().isIdle();
            bob.isIdle();
        }
    }

    @Test
    @Spec("CTL9-44")
    void a_phone_that_slept_through_the_coming_of_a_new_token_does_not_believe_it() throws Exception {
        var carol = SITE.boots("carol");
        var asleep = trusting("emil");
        var old = asleep.ctl();
        SITE.signs(CtlChoice.UPDATE, Security.OURS.first(), Security.OURS.third());
        SITE.resets(carol, "carol", Reset.Kind.RESET);
        SITE.signs(CtlChoice.UPDATE, Security.OURS.third());

        SITE.resets(carol, "carol", Reset.Kind.RESET);
        assertThat(carol.flash().ctl().orElseThrow().header().signerName()).contains("Token three");

        var emil = SITE.boots("emil");
        assertThat(asleep.ctl()).isEqualTo(old);
        assertThat(asleep.status()).contains("Trust List Update Failed");
        carol.dials("2005");
        emil.rings().answers().hearsEncrypted(carol);
    }

    @Test
    @Spec({"OV-53", "CTL9-44", "CTL9-45"})
    void a_phone_of_another_cluster_believes_nothing_here() {
        var flash = ELSEWHERE.boots("alice").flash();
        var theirs = flash.ctl();
        var visitor = SITE.owns(SITE.unprovisioned("dora", "7962")
                .tftp(SITE.tftp())
                .flash(flash)
                .build());

        visitor.powersOn().isLost();

        assertThat(flash.ctl()).isEqualTo(theirs);
        assertThat(flash.status()).contains("Trust List Update Failed", "File Auth Failed");
        assertThat(visitor.messages()).isEmpty();
        flash.eraseTrustLists();
        visitor.boots();
    }
}
