package org.keyline.node.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keyline.callcontrol.station.StationCommand.Reset;
import org.keyline.lab.LabPhone;
import org.keyline.model.security.SecurityClass;
import org.keyline.spec.Spec;

/** The administrator changes how secure phones are, in mixed mode. */
class DeviceModeTest {
    @RegisterExtension
    static final Site SITE = Site.mixed()
            .with(
                    Desk.of("carol", "2003").with("securityMode: NON_SECURE"),
                    Desk.of("dora", "2004").with("securityMode: NON_SECURE"),
                    systemDefault("emil", "2005"),
                    systemDefault("fay", "2006"));

    private static Desk systemDefault(String person, String number) {
        return Desk.of(person, number)
                .with(
                        "securityMode: USE_SYSTEM_DEFAULT",
                        "certificateOperation: INSTALL_UPGRADE",
                        "authenticationMode: BY_NULL_STRING");
    }

    private static void talkInTheClear(LabPhone caller, LabPhone called) {
        caller.dials(called.number());
        called.rings().answers().hears(caller).showsNoIcon();
        caller.hears(called).showsNoIcon().hangsUp().isIdle();
        called.isIdle();
        assertThat(caller.phone().cipherSuite()).isEmpty();
    }

    @Test
    @Spec({"PH-005", "PH-025", "PH-026"})
    void a_phone_that_is_set_as_encrypted_is_so_after_its_reset_and_not_before() {
        var carol = SITE.boots("carol");
        var dora = SITE.boots("dora");
        talkInTheClear(carol, dora);

        SITE.sets(
                "carol",
                "securityMode: ENCRYPTED",
                "certificateOperation: INSTALL_UPGRADE",
                "authenticationMode: BY_NULL_STRING");
        talkInTheClear(carol, dora);
        SITE.resets(carol, "carol", Reset.Kind.RESET);
        assertThat(carol.phone().cipherSuite()).contains("AES");
        assertThat(carol.phone().config().orElseThrow().securityMode()).isEqualTo(3);
        assertThat(SITE.node()
                        .registrations()
                        .device(Site.device("carol"))
                        .orElseThrow()
                        .security())
                .isEqualTo(SecurityClass.ENCRYPTED);
        assertThat(SITE.node()
                        .registrations()
                        .device(Site.device("dora"))
                        .orElseThrow()
                        .security())
                .isEqualTo(SecurityClass.NON_SECURE);

        SITE.sets("carol", "securityMode: NON_SECURE");
        SITE.resets(carol, "carol", Reset.Kind.RESET);
        talkInTheClear(carol, dora);
    }

    @Test
    @Spec({"PH-022", "PH-031"})
    void phones_that_use_the_system_default_follow_it_after_their_reset() {
        var phones = SITE.boot("emil", "fay");
        var emil = phones.getFirst();
        var fay = phones.getLast();
        phones.forEach(phone -> phone.hasLsc()
                .awaits("to come back with its certificate", _ -> Site.registrations(phone) == 2)
                .isRegistered());
        talkInTheClear(emil, fay);

        SITE.imports("keyline: 1\nenterprise: {deviceSecurityMode: ENCRYPTED}\n");
        SITE.resets(emil, "emil", Reset.Kind.RESET);
        SITE.resets(fay, "fay", Reset.Kind.RESET);
        emil.dials("2006");
        fay.rings().answers().hearsEncrypted(emil).showsLock();
        emil.hearsEncrypted(fay).showsLock().hangsUp().isIdle();
        SITE.imports("keyline: 1\nenterprise: {deviceSecurityMode: NON_SECURE}\n");
    }
}
