package org.keyline.node.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keyline.lab.LabPhone;
import org.keyline.lab.trust.Flash;
import org.keyline.spec.Spec;

/** Phones of another cluster are brought here, and forget whom they trusted by their own menus. */
class SettingsMenuTest {
    @RegisterExtension
    static final Site HERE = Site.mixed()
            .with(
                    Desk.of("alice", "2001").model("7960"),
                    Desk.of("bob", "2002").model("7970"),
                    Desk.encrypted("carol", "2003").model("7970"),
                    Desk.of("dora", "2004").model("7912"));

    @RegisterExtension
    static final Site ELSEWHERE = Site.mixed()
            .signedBy(Security.tokens())
            .with(
                    Desk.of("alice", "2001").model("7960"),
                    Desk.of("bob", "2002").model("7970"),
                    Desk.encrypted("carol", "2003").model("7970"));

    /** A phone with the trust lists of the other cluster, switched on here. */
    private static LabPhone moved(String person, String model) {
        var flash = ELSEWHERE.boots(person).losesPower().flash();
        assertThat(flash.ctl()).isPresent();
        var phone = HERE.owns(
                HERE.unprovisioned(person, model).tftp(HERE.tftp()).flash(flash).build());
        phone.powersOn().isLost();
        assertThat(flash.status()).contains("Trust List Update Failed", "File Auth Failed");
        return phone;
    }

    private static void believesHere(Flash flash) {
        assertThat(flash.ctl().orElseThrow().header().signerName()).contains("Token one");
    }

    @Test
    @Spec({"CTL9-51", "SEC-38"})
    void a_7960_erases_the_ctl_file_when_its_menu_is_unlocked() {
        var alice = moved("alice", "7960");
        var theirs = alice.flash().ctl();
        assertThatThrownBy(() -> alice.phone().menu().presses("*#").erasesTrustList())
                .hasMessageContaining("locked");
        assertThatThrownBy(() -> alice.phone().menu().presses("**#").erasesSettings())
                .hasMessageContaining("no softkey Erase");
        assertThat(alice.flash().ctl()).isEqualTo(theirs);

        alice.erasesTrustList().isRegistered();

        believesHere(alice.flash());
    }

    @Test
    @Spec({"CTL9-52", "SEC-38"})
    void a_7970_erases_the_ctl_file_alone_or_all_settings() {
        var bob = moved("bob", "7970");
        assertThatThrownBy(() -> bob.phone().menu().erasesTrustList()).hasMessageContaining("locked");
        bob.turnsVolume(2).savesVolume().erasesTrustList().isRegistered();
        believesHere(bob.flash());
        assertThat(bob.flash().volume()).as("a setting that is kept").isEqualTo(7);

        var carol = moved("carol", "7970");
        var lsc = carol.flash().lsc();
        assertThat(lsc).isPresent();
        carol.turnsVolume(2).savesVolume();
        assertThatThrownBy(() -> carol.phone().menu().erasesSettings()).hasMessageContaining("locked");
        carol.erasesSettings().isRegistered();
        believesHere(carol.flash());
        assertThat(carol.flash().volume()).as("a setting that went too").isEqualTo(5);
        assertThat(carol.flash().lsc())
                .as("another LSC, of this cluster")
                .isPresent()
                .isNotEqualTo(lsc);
    }

    @Test
    @Spec("SEC-38")
    void other_models_of_that_time_have_no_ctl_file_to_erase() {
        var dora = HERE.boots("dora");

        for (var menu : List.of(
                dora.phone().menu().presses("**#"), HERE.boots("alice").phone().menu())) {
            assertThatThrownBy(menu::erasesSettings).isInstanceOf(IllegalStateException.class);
        }
        assertThatThrownBy(() -> dora.erasesTrustList()).hasMessageContaining("7912: no CTL file");
    }
}
