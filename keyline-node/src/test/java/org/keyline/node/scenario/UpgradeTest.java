package org.keyline.node.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keyline.callcontrol.station.StationCommand.Reset;
import org.keyline.ctl.CtlChoice;
import org.keyline.ctl.provider.RemoteProvider;
import org.keyline.lab.files.FileAnswer;
import org.keyline.lab.files.TftpClient;
import org.keyline.model.security.SecurityClass;
import org.keyline.node.NodeSettings;
import org.keyline.spec.Spec;

/** This version starts on the directory of an older one, whose database lacks a table and fields that came later. */
class UpgradeTest {
    private static final int PROVIDER = 12_544;
    private static final String STRING = "48151623";

    @RegisterExtension
    static final Site SITE = Site.mixed()
            .and("nodes: [{name: cm1, ethernetPhonePort: 3000}]\n")
            .and("ctlProvider: {portNumber: " + PROVIDER + "}\n")
            .and("capf: {durationOfCertificateValidityYears: 7}\n")
            .with(
                    Desk.encrypted("alice", "2001"),
                    Desk.of("bob", "2002")
                            .with(
                                    "securityMode: AUTHENTICATED",
                                    "certificateOperation: INSTALL_UPGRADE",
                                    "authenticationMode: BY_NULL_STRING"),
                    Desk.of("dora", "2003")
                            .with(
                                    "securityMode: NON_SECURE",
                                    "pcPort: false",
                                    "settingsAccess: RESTRICTED",
                                    "webAccess: DISABLED"),
                    Desk.of("emil", "2004")
                            .with(
                                    "certificateOperation: INSTALL_UPGRADE",
                                    "authenticationMode: BY_AUTHENTICATION_STRING",
                                    "authenticationString: \"" + STRING + "\""));

    /** Takes from the database what later versions added; nobody here had set it. */
    private static void makeOlder(NodeSettings settings) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        "jdbc:sqlite:" + settings.data().resolve("keyline.db"));
                var statement = connection.createStatement()) {
            for (var change : List.of(
                    "DROP TABLE phones_speed_dials",
                    "ALTER TABLE phones DROP COLUMN built_in_bridge",
                    "ALTER TABLE phones DROP COLUMN user_locale",
                    "ALTER TABLE phones DROP COLUMN gratuitous_arp",
                    "ALTER TABLE lines DROP COLUMN description")) {
                statement.execute(change);
            }
        }
    }

    /** What must be the same after the upgrade. */
    private record Kept(
            String configuration, String emilsString, List<?> certificates, String trustList, String doraFile) {
        static Kept now() throws Exception {
            var configuration = SITE.node().configuration();
            return new Kept(
                    configuration.file().exportWithoutSecrets(Locale.ENGLISH),
                    SITE.configured("emil", "authenticationString"),
                    configuration.phoneCertificates().list(),
                    Files.readString(SITE.data().resolve("tftp").resolve("CTLFile.tlv"), StandardCharsets.ISO_8859_1),
                    hardening());
        }

        private static String hardening() {
            var file = new TftpClient(SITE.tftp()).fetch(Desk.device("dora") + ".cnf.xml");
            assertThat(file).isInstanceOf(FileAnswer.Found.class);
            var text = new String(((FileAnswer.Found) file).content().toArray(), StandardCharsets.UTF_8);
            return text.substring(text.indexOf("<vendorConfig>"), text.indexOf("</vendorConfig>"));
        }
    }

    private static SecurityClass security(String person) {
        return SITE.node()
                .registrations()
                .device(Site.device(person))
                .orElseThrow()
                .security();
    }

    private static void register() {
        var phones = SITE.boot("alice", "bob", "dora");
        phones.getFirst().hasLsc();
        phones.get(1).hasLsc();
        assertThat(security("alice")).isEqualTo(SecurityClass.ENCRYPTED);
        assertThat(security("bob")).isEqualTo(SecurityClass.AUTHENTICATED);
        assertThat(security("dora")).isEqualTo(SecurityClass.NON_SECURE);
        phones.forEach(phone -> assertThat(phone.phone()
                        .config()
                        .orElseThrow()
                        .signalling()
                        .getFirst()
                        .port())
                .isIn(3000, 3443));
        phones.forEach(phone -> phone.losesPower());
        Await.until(
                "the phones to be gone",
                () -> SITE.node().registrations().devices(),
                () -> SITE.node().registrations().devices().isEmpty());
    }

    @Test
    @Spec({"PH-002", "PH-054", "CAPF-037", "CTL3-22", "CTL3-28", "CTL3-35"})
    void modes_hardening_capf_data_ports_and_the_ctl_file_are_those_of_before() throws Exception {
        SITE.restarts(_ -> {});
        register();
        var before = Kept.now();
        assertThat(before.configuration()).contains("3000", "12544", "durationOfCertificateValidityYears: 7");
        assertThat(before.emilsString()).isEqualTo(STRING);
        assertThat(before.certificates()).hasSize(2);
        assertThat(before.doraFile()).contains("<pcPort>1<", "<settingsAccess>2<", "<webAccess>1<");

        SITE.restarts(UpgradeTest::makeOlder);

        assertThat(Kept.now()).isEqualTo(before);
        assertThat(RemoteProvider.certificateOf(SITE.at(PROVIDER))).isNotNull();
        register();
        assertThat(Kept.now()).as("no phone had to enrol again").isEqualTo(before);
        SITE.boots("emil").entersAuthenticationString(STRING).hasLsc();
        SITE.signs(CtlChoice.UPDATE, Security.OURS.first());

        var bob = SITE.boots("bob");
        SITE.sets("bob", "securityMode: ENCRYPTED");
        SITE.resets(bob, "bob", Reset.Kind.RESET);
        assertThat(security("bob")).isEqualTo(SecurityClass.ENCRYPTED);
    }
}
