package org.keyline.node.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keyline.callcontrol.station.StationCommand.Reset;
import org.keyline.lab.LabPhone;
import org.keyline.lab.files.FileAnswer;
import org.keyline.lab.files.Octets;
import org.keyline.lab.files.TftpClient;
import org.keyline.lab.firmware.Vendor;
import org.keyline.lab.phone.LoadFunction;
import org.keyline.model.security.ClusterSecurityMode;
import org.keyline.serviceability.alarm.AlarmCatalogue;
import org.keyline.spec.Spec;
import org.keyline.tftp.firmware.FirmwareDirectory;
import org.keyline.tftp.firmware.FirmwareFile;

/** Firmware is the vendor's: a phone runs nothing else, whatever the mode of the cluster. */
class FirmwareTest {
    private static final Vendor VENDOR = Vendor.named("Image Signer");
    private static final byte[] IMAGE =
            "the image of the newer load".repeat(2_000).getBytes(StandardCharsets.US_ASCII);

    @RegisterExtension
    static final Site PLAIN = Site.nonSecure().with(Desk.of("alice", "2001"), Desk.of("bob", "2002"));

    @RegisterExtension
    static final Site MIXED = Site.mixed().with(Desk.encrypted("alice", "2001"), Desk.encrypted("bob", "2002"));

    private static void lay(Site site, Map<String, Octets> files) throws Exception {
        for (var file : files.entrySet()) {
            Files.write(
                    site.data().resolve("tftp").resolve(file.getKey()),
                    file.getValue().toArray());
        }
    }

    private static LabPhone phone(Site site, String person) {
        return site.owns(site.phone(person).madeBy(VENDOR).build()).boots();
    }

    private static String load(Site site, String person) {
        return site.node()
                .registrations()
                .device(Site.device(person))
                .orElseThrow()
                .load();
    }

    @Test
    @Spec({"OV-50", "OV-51"})
    void in_a_non_secure_cluster_a_phone_takes_the_vendors_load_and_refuses_a_tampered_one() throws Exception {
        assertThat(PLAIN.node().configuration().snapshots().current().clusterSecurityMode())
                .isEqualTo(ClusterSecurityMode.NON_SECURE);
        takesTheVendorsAndRefusesOthers(PLAIN);
    }

    @Test
    @Spec({"OV-50", "OV-51"})
    void in_mixed_mode_a_phone_takes_the_vendors_load_and_refuses_a_tampered_one() throws Exception {
        takesTheVendorsAndRefusesOthers(MIXED);
    }

    private static void takesTheVendorsAndRefusesOthers(Site site) throws Exception {
        lay(site, VENDOR.load("SCCP42.good", IMAGE));
        var alice = phone(site, "alice");
        var factory = load(site, "alice");

        site.sets("alice", "load: SCCP42.good");
        site.resets(alice, "alice", Reset.Kind.RESET);
        assertThat(load(site, "alice")).isEqualTo("SCCP42.good").isNotEqualTo(factory);

        var tampered = VENDOR.load("SCCP42.tampered", IMAGE);
        var image = Objects.requireNonNull(tampered.get("SCCP42.tampered.sbn"));
        tampered.put("SCCP42.tampered.sbn", image.flipping(image.length() - 100, 1));
        refuses(site, alice, tampered, "SCCP42.tampered", "SCCP42.tampered.sbn");
        refuses(
                site,
                alice,
                Vendor.named("Image Signer").load("SCCP42.others", IMAGE),
                "SCCP42.others",
                "SCCP42.others.loads");
        var renamed = Map.of(
                "SCCP42.renamed.loads",
                Objects.requireNonNull(VENDOR.load("SCCP42.good", IMAGE).get("SCCP42.good.loads")));
        refuses(site, alice, renamed, "SCCP42.renamed", "SCCP42.renamed.loads");
    }

    /** It says so in its menu and to the server, keeps what it runs, and goes on. */
    private static void refuses(Site site, LabPhone phone, Map<String, Octets> files, String load, String file)
            throws Exception {
        lay(site, files);
        site.sets("alice", "load: " + load);
        site.resets(phone, "alice", Reset.Kind.RESET);

        assertThat(phone.flash().status()).contains("Load Auth Failed: " + file);
        assertThat(load(site, "alice")).isEqualTo("SCCP42.good");
        site.raises(
                AlarmCatalogue.DEVICE_ALARM, Map.of("device", phone.deviceName(), "text", "Load Auth Failed: " + file));
        phone.dials("2002").hangsUp().isIdle();
    }

    @Test
    void the_server_gives_a_load_byte_for_byte_and_finds_one_that_phones_would_refuse() throws Exception {
        var files = VENDOR.load("SCCP42.whole", IMAGE);
        var directory = new FirmwareDirectory(MIXED.data().resolve("tftp"));
        for (var file : files.entrySet()) {
            var firmware = FirmwareFile.read(file.getKey(), file.getValue().toArray());
            firmware.requireSignedBy(VENDOR.certificate());
            directory.add(firmware);
        }
        var phone = phone(MIXED, "bob");
        MIXED.sets("bob", "load: SCCP42.whole");
        MIXED.resets(phone, "bob", Reset.Kind.RESET);
        assertThat(load(MIXED, "bob")).isEqualTo("SCCP42.whole");
        assertThat(new TftpClient(MIXED.tftp()).fetch("SCCP42.whole.sbn"))
                .isEqualTo(new FileAnswer.Found(Objects.requireNonNull(files.get("SCCP42.whole.sbn"))));
        assertThat(new TftpClient(MIXED.tftp()).fetch("SCCP42.whole.sbn.sgn")).isInstanceOf(FileAnswer.Missing.class);
    }

    @Test
    @Spec("PH-010")
    void a_function_its_load_does_not_know_is_configured_and_works_when_a_load_that_does_is_installed()
            throws Exception {
        lay(PLAIN, VENDOR.load("SCCP42.newer", IMAGE));
        var bob = PLAIN.owns(PLAIN.phone("bob")
                        .madeBy(VENDOR)
                        .unawareOf(LoadFunction.SETTINGS_ACCESS)
                        .build())
                .boots();
        PLAIN.sets("bob", "settingsAccess: DISABLED");
        PLAIN.resets(bob, "bob", Reset.Kind.RESET);
        assertThat(PLAIN.configured("bob", "settingsAccess")).isEqualTo("DISABLED");
        bob.turnsVolume(2).savesVolume();
        assertThat(bob.flash().volume()).as("its load knows nothing of it").isEqualTo(7);

        PLAIN.sets("bob", "load: SCCP42.newer");
        PLAIN.resets(bob, "bob", Reset.Kind.RESET);
        assertThat(load(PLAIN, "bob")).isEqualTo("SCCP42.newer");
        bob.turnsVolume(-4).savesVolume();
        assertThat(bob.flash().volume()).as("the newer load obeys").isEqualTo(7);
    }
}
