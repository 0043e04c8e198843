package org.keyline.node.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keyline.callcontrol.station.StationCommand.Reset;
import org.keyline.lab.LabPhone;
import org.keyline.lab.capf.CapfManners;
import org.keyline.lab.files.FileAnswer;
import org.keyline.lab.phone.BootStep;
import org.keyline.lab.phone.Registration;
import org.keyline.lab.trust.Certificates;
import org.keyline.sccp.codec.message.ServerRegistration;
import org.keyline.spec.Spec;

/** Phones out of the box, and what becomes of their certificates. */
class EnrolmentTest {
    @RegisterExtension
    static final Site SITE = Site.mixed()
            .with(
                    Desk.encrypted("alice", "2001"),
                    Desk.encrypted("bob", "2002"),
                    Desk.of("dave", "2004")
                            .with(
                                    "certificateOperation: INSTALL_UPGRADE",
                                    "authenticationMode: BY_AUTHENTICATION_STRING",
                                    "authenticationString: \"135790\""),
                    Desk.of("erin", "2005")
                            .with("certificateOperation: INSTALL_UPGRADE", "authenticationMode: BY_NULL_STRING"),
                    Desk.encrypted("fay", "2006"),
                    Desk.of("gus", "2007"),
                    Desk.encrypted("hal", "2008"),
                    Desk.encrypted("ivy", "2009"));

    @Test
    @Spec({"CAPF-002", "CAPF-020", "CAPF-060", "OV-42", "OV-53", "OV-56", "OV-58", "OV-59", "CTL3-11", "CTL3-13"})
    void two_phones_out_of_the_box_fetch_signed_files_enrol_register_over_tls_and_talk() {
        var alice = SITE.owns(SITE.phone("alice").build());
        var bob = SITE.owns(SITE.phone("bob").build());
        Site.allBoot(List.of(alice, bob));

        for (var phone : List.of(alice, bob)) {
            assertThat(steps(phone))
                    .containsSubsequence("CTL", "ITL", phone.deviceName() + ".cnf.xml.sgn", "CAPF")
                    .containsSubsequence("CAPF", phone.deviceName() + ".cnf.xml.sgn");
            assertThat(outcomes(phone)).contains("signature good").doesNotContain("File Auth Failed");
            assertThat(done(phone, "Ringlist.xml.sgn")).endsWith("signature good");
            assertThat(done(phone, "CAPF")).isNotEmpty();
            assertThat(enrolledAt(phone)).isBefore(registeredAt(phone));
            assertThat(phone.flash().lsc().flatMap(lsc -> Certificates.commonName(lsc.certificate())))
                    .contains(phone.deviceName());
            assertThat(phone.phone().cipherSuite()).contains("AES");
        }
        assertThat(SITE.configured("alice", "operationStatus")).isEqualTo("Install/Upgrade successful");

        alice.dials("2002");
        bob.rings().answers();
        alice.hearsEncrypted(bob).showsLock();
        bob.hearsEncrypted(alice).showsLock();
        alice.hangsUp().isIdle();
        bob.isIdle();
    }

    @Test
    @Spec({
        "CAPF-047",
        "CAPF-059",
        "CAPF-073",
        "CAPF-076",
        "CAPF-078",
        "CAPF-079",
        "CAPF-081",
        "CAPF-084",
        "CAPF-S01",
        "CAPF-S02",
        "CAPF-S03",
        "CAPF-S04",
        "CAPF-S05",
        "CAPF9-11",
        "CAPF9-M10",
        "CAPF9-M11",
        "SEC-39",
        "SEC-45",
        "MSG-37"
    })
    void a_user_types_the_authentication_string_and_the_phone_gets_its_certificate_once() {
        var dave = SITE.boots("dave");
        assertThat(dave.flash().lscMenu()).isEqualTo("Not Installed");

        dave.entersAuthenticationString("24680");
        assertThat(dave.flash().status()).contains("LSC: pending");
        assertThat(dave.phone().enrolment().orElseThrow().isSuccess()).isFalse();
        assertThat(dave.flash().status()).contains("LSC: failed");
        assertThat(dave.flash().lsc()).isEmpty();

        dave.entersAuthenticationString("135790").hasLsc().isRegistered();
        assertThat(dave.flash().status()).containsSubsequence("LSC: failed", "LSC: key generation", "LSC: success");
        assertThat(dave.flash().lscMenu()).isEqualTo("Installed");
        assertThat(SITE.configured("dave", "operationStatus")).isEqualTo("Install/Upgrade successful");
        var issued = dave.flash().lsc().orElseThrow().certificate();

        assertThat(SITE.configuredPhone("dave").value("authenticationString")).isEmpty();
        dave.entersAuthenticationString("135790");
        assertThat(dave.flash().lsc().orElseThrow().certificate()).isEqualTo(issued);
    }

    @Test
    @Spec({"CAPF-006", "CAPF-019", "CAPF-050", "CAPF-053"})
    void a_non_secure_phone_registers_first_then_enrols_and_later_its_certificate_is_deleted() {
        var erin = SITE.boots("erin").hasEnrolled().hasLsc();
        erin.awaits("the end of its session", _ -> steps(erin).contains("CAPF"));
        assertThat(registeredAt(erin)).isBefore(enrolledAt(erin));
        erin.awaits("to come back with its certificate", _ -> Site.registrations(erin) == 2)
                .isRegistered();

        SITE.sets("erin", "certificateOperation: DELETE", "authenticationMode: BY_EXISTING_CERTIFICATE_LSC");
        SITE.resets(erin, "erin", Reset.Kind.RESET);
        erin.awaits("to have no LSC", _ -> erin.flash().lsc().isEmpty());

        Await.until(
                "the operation's success",
                () -> SITE.configured("erin", "operationStatus"),
                () -> SITE.configured("erin", "operationStatus").equals("Delete Success"));
        erin.awaits("to be registered", _ -> erin.phone().registration() == Registration.REGISTERED);
    }

    @Test
    @Spec({"CAPF-004", "CAPF-050"})
    void a_phone_with_a_certificate_shows_it_to_get_another_and_calls_on() {
        var fay = SITE.boots("fay").hasLsc();
        var first = fay.flash().lsc().orElseThrow().certificate();

        SITE.sets("fay", "certificateOperation: INSTALL_UPGRADE", "authenticationMode: BY_EXISTING_CERTIFICATE_LSC");
        SITE.resets(fay, "fay", Reset.Kind.RESET);

        var second = fay.flash().lsc().orElseThrow().certificate();
        assertThat(second).isNotEqualTo(first);
        assertThat(second.getPublicKey()).isNotEqualTo(first.getPublicKey());
        assertThat(SITE.configured("fay", "operationStatus")).isEqualTo("Install/Upgrade successful");
        var hal = SITE.boots("hal");
        hal.dials("2006");
        fay.rings().answers().hearsEncrypted(hal).showsLock();
    }

    @Test
    @Spec({"CAPF-005", "CAPF-047", "CAPF-054", "CAPF-059", "CAPF-068", "CAPF-076", "CAPF-077"})
    void with_a_string_each_time_a_phone_installs_renews_shows_and_deletes_its_certificate() throws Exception {
        var gus = SITE.boots("gus");

        operates(gus, "INSTALL_UPGRADE", "111111", "Install/Upgrade successful");
        var first = gus.flash().lsc().orElseThrow().certificate();
        operates(gus, "INSTALL_UPGRADE", "222222", "Install/Upgrade successful");
        var second = gus.flash().lsc().orElseThrow().certificate();
        assertThat(second).isNotEqualTo(first);
        operates(gus, "TROUBLESHOOT", "333333", "Troubleshoot successful");
        assertThat(gus.flash().lsc().orElseThrow().certificate()).isEqualTo(second);
        var trace = SITE.data().resolve("trace").resolve("capf").resolve(gus.deviceName() + "-LSC.txt");
        assertThat(Files.readString(trace))
                .contains(gus.deviceName(), second.getSerialNumber().toString(16));
        operates(gus, "DELETE", "444444", "Delete Success");
        assertThat(gus.flash().lsc()).isEmpty();
    }

    /** The administrator orders an operation with a string, the user types a wrong one and then the right one. */
    private static void operates(LabPhone phone, String operation, String string, String status) {
        var before = phone.flash().lsc();
        SITE.sets(
                "gus",
                "certificateOperation: " + operation,
                "authenticationMode: BY_AUTHENTICATION_STRING",
                "authenticationString: \"" + string + "\"");
        phone.losesPower().boots();
        assertThat(SITE.configured("gus", "operationStatus")).endsWith("pending");
        phone.entersAuthenticationString("999999");
        assertThat(phone.flash().lsc()).isEqualTo(before);
        phone.entersAuthenticationString(string);
        Await.until(
                "the operation's status " + status,
                () -> SITE.configured("gus", "operationStatus"),
                () -> SITE.configured("gus", "operationStatus").equals(status));
        phone.isRegistered();
    }

    @Test
    @Spec("CAPF-021")
    void an_encrypted_phone_without_a_certificate_that_waits_for_a_string_does_not_register() {
        SITE.sets(
                "hal",
                "certificateOperation: INSTALL_UPGRADE",
                "authenticationMode: BY_AUTHENTICATION_STRING",
                "authenticationString: \"1234\"");
        var hal = SITE.owns(SITE.unprovisioned("hal", "7962").tftp(SITE.tftp()).build());
        hal.powersOn().isLost();
        assertThat(hal.phone().reason()).contains("no LSC");
        assertThat(hal.messages()).isEmpty();
        SITE.sets("hal", "authenticationMode: BY_NULL_STRING");
    }

    @Test
    @Spec({"CAPF-014"})
    void after_a_power_failure_in_a_session_the_mode_in_flash_counts_when_no_configuration_comes() {
        var slow = SITE.owns(
                SITE.phone("ivy").capf(CapfManners.USUAL.reporting(200_000)).build());
        var ivy = slow.flash();
        slow.powersOn().awaits("to make its key", _ -> ivy.status().contains("LSC: key generation"));
        slow.losesPower();
        assertThat(ivy.lsc()).isEmpty();
        assertThat(ivy.pendingEnrolment().orElseThrow().mode())
                .as("by null string")
                .isEqualTo(2);

        var without = SITE.owns(SITE.unprovisioned("ivy", "7962")
                .files(_ -> new FileAnswer.Missing())
                .flash(ivy)
                .build());
        without.powersOn().hasLsc().isLost();
        assertThat(ivy.pendingEnrolment())
                .as("cleared when the operation was over")
                .isEmpty();
        Await.until(
                "the operation's success",
                () -> SITE.configured("ivy", "operationStatus"),
                () -> SITE.configured("ivy", "operationStatus").equals("Install/Upgrade successful"));
        without.losesPower();

        SITE.boots("ivy").isRegistered();
    }

    @Test
    @Spec({"CAPF-075", "CAPF9-04", "CAPF9-05", "SEC-40"})
    void a_string_can_be_typed_only_on_a_registered_phone_that_is_not_secure() {
        var off = SITE.owns(SITE.phone("dave").build());
        assertThatThrownBy(() -> off.entersAuthenticationString("1234")).hasMessageContaining("not registered");

        var hal = SITE.boots("hal");
        assertThatThrownBy(() -> hal.entersAuthenticationString("1234")).hasMessageContaining("secure phone");
    }

    private static List<String> steps(LabPhone phone) {
        return phone.phone().bootSteps().stream()
                .map(step -> step.what().startsWith("CAPF") ? "CAPF" : step.what())
                .toList();
    }

    private static String outcomes(LabPhone phone) {
        return phone.phone().bootSteps().stream().map(BootStep::toString).collect(Collectors.joining("\n"));
    }

    private static String done(LabPhone phone, String what) {
        return phone.phone().bootSteps().stream()
                .filter(step -> step.what().startsWith(what))
                .map(BootStep::outcome)
                .reduce("", (_, later) -> later);
    }

    private static Instant enrolledAt(LabPhone phone) {
        return phone.phone().bootSteps().stream()
                .filter(step -> step.what().startsWith("CAPF"))
                .findFirst()
                .orElseThrow()
                .at();
    }

    private static Instant registeredAt(LabPhone phone) {
        return phone.messages().stream()
                .filter(said -> said.message() instanceof ServerRegistration.RegisterAck)
                .findFirst()
                .orElseThrow()
                .at();
    }
}
