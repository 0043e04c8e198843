package org.keyline.tftp.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyline.model.device.PhoneHardening;
import org.keyline.model.device.PhoneHardening.SettingsAccess;
import org.keyline.model.device.PhoneHardening.WebAccess;
import org.keyline.model.device.PhoneModels;
import org.keyline.model.security.CapfSettings;
import org.keyline.model.security.CapfSettings.AuthenticationMode;
import org.keyline.model.security.CapfSettings.CertificateOperation;
import org.keyline.model.security.DeviceSecurityMode;
import org.keyline.model.security.KeySize;
import org.keyline.spec.Spec;
import org.keyline.tftp.Cluster;
import org.keyline.tftp.ServedFile;
import org.keyline.trust.certificate.CertificatePurpose;
import org.keyline.trust.certificate.Certificates;
import org.keyline.trust.certificate.PemKeyFile;
import org.keyline.trust.signedfile.EncryptedFileReader;
import org.keyline.trust.signedfile.SignedFileReader;
import org.keyline.trust.signing.SignatureDigest;
import org.keyline.trust.trustlist.Role;
import org.keyline.trust.trustlist.TrustList;
import org.keyline.trust.trustlist.TrustListReader;

class PhoneFilesTest {
    private static final String PHONE = "SEP001122334455";
    private static final InetAddress ASKER = InetAddress.getLoopbackAddress();

    @TempDir
    private Path data;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Cluster cluster;

    @BeforeEach
    void aClusterWithOnePhone() throws Exception {
        cluster = new Cluster(data).with(Cluster.phone(PHONE, Cluster.MODEL_7962, DeviceSecurityMode.ENCRYPTED));
    }

    @Test
    @Spec({"OV-37", "OV-38", "PH-020", "PH-021"})
    void a_non_secure_cluster_overrides_what_the_phone_was_asked_until_the_cluster_is_mixed() throws Exception {
        assertThat(xml(PHONE + ".cnf.xml", "/device/deviceSecurityMode")).isEqualTo("1");

        cluster.mixed();

        assertThat(xml(PHONE + ".cnf.xml", "/device/deviceSecurityMode")).isEqualTo("3");
    }

    @ParameterizedTest
    @CsvSource({"NON_SECURE, 1", "AUTHENTICATED, 2", "ENCRYPTED, 3"})
    @Spec({"PH-032", "PH-033", "PH-034"})
    void the_security_mode_stands_in_the_file_as_the_phone_reads_it(DeviceSecurityMode mode, String value)
            throws Exception {
        cluster.mixed().with(Cluster.phone(PHONE, Cluster.MODEL_7962, mode));

        assertThat(xml(PHONE + ".cnf.xml", "/device/deviceSecurityMode")).isEqualTo(value);
    }

    @Test
    @Spec("PH-031")
    void use_system_default_takes_the_enterprise_parameter() throws Exception {
        cluster.mixed()
                .with(Cluster.phone(PHONE, Cluster.MODEL_7962, DeviceSecurityMode.USE_SYSTEM_DEFAULT))
                .set("enterprise.deviceSecurityMode", "AUTHENTICATED");

        assertThat(xml(PHONE + ".cnf.xml", "/device/deviceSecurityMode")).isEqualTo("2");
    }

    @Test
    @Spec("PH-025")
    void changing_the_security_mode_builds_the_file_anew_with_another_stamp() throws Exception {
        cluster.mixed();
        var before = bytes(PHONE + ".cnf.xml");
        var stampBefore = xml(PHONE + ".cnf.xml", "/device/versionStamp");
        assertThat(bytes(PHONE + ".cnf.xml")).as("nothing changed").isEqualTo(before);

        cluster.with(Cluster.phone(PHONE, Cluster.MODEL_7962, DeviceSecurityMode.AUTHENTICATED));

        assertThat(bytes(PHONE + ".cnf.xml")).isNotEqualTo(before);
        assertThat(xml(PHONE + ".cnf.xml", "/device/versionStamp")).isNotEqualTo(stampBefore);
    }

    @Test
    void phones_that_ask_for_trust_verification_find_it_in_the_file_and_old_ones_nothing() throws Exception {
        var member = "/device/TVS/members/member[@priority='0']";
        assertThat(xml(PHONE + ".cnf.xml", member + "/port")).isEqualTo("2445");
        assertThat(xml(PHONE + ".cnf.xml", member + "/address")).isEqualTo("127.0.0.1");
        assertThat(xml(PHONE + ".cnf.xml", "count(/device/TVS/members/member)")).isEqualTo("1");

        cluster.with(Cluster.phone(PHONE, Cluster.MODEL_7960, DeviceSecurityMode.NON_SECURE));
        assertThat(xml(PHONE + ".cnf.xml", "count(/device/TVS)")).isEqualTo("0");
    }

    @Test
    void the_phone_finds_its_servers_in_the_file() throws Exception {
        var member = "/device/devicePool/callManagerGroup/members/member[@priority='0']/callManager";

        assertThat(xml(PHONE + ".cnf.xml", member + "/processNodeName")).isEqualTo("127.0.0.1");
        assertThat(xml(PHONE + ".cnf.xml", member + "/ports/ethernetPhonePort")).isEqualTo("2000");
        assertThat(xml(PHONE + ".cnf.xml", "/device/capfList/capf/phonePort")).isEqualTo("3804");
        assertThat(xml(PHONE + ".cnf.xml", "/device/devicePool/dateTimeSetting/timeZone"))
                .isEqualTo("Tokyo Standard Time");
    }

    @Test
    void capf_is_due_only_while_an_operation_is_pending() throws Exception {
        assertThat(xml(PHONE + ".cnf.xml", "/device/capfAuthMode")).isEqualTo("0");

        var pending = new CapfSettings(
                CertificateOperation.INSTALL_UPGRADE,
                AuthenticationMode.BY_EXISTING_CERTIFICATE_LSC,
                Optional.empty(),
                KeySize.RSA_2048,
                Optional.<Instant>empty(),
                "");
        cluster.with(Cluster.phone(PHONE, Cluster.MODEL_7962, DeviceSecurityMode.ENCRYPTED, pending, ""));

        assertThat(xml(PHONE + ".cnf.xml", "/device/capfAuthMode")).isEqualTo("3");
    }

    @Test
    void the_hash_of_the_phones_certificate_stands_in_the_file() throws Exception {
        assertThat(xml(PHONE + ".cnf.xml", "/device/certHash")).isEmpty();
        var certificate = cluster.certificates().of(CertificatePurpose.TVS).certificate();

        cluster.knows(PHONE, certificate);

        assertThat(xml(PHONE + ".cnf.xml", "/device/certHash")).isEqualTo(Certificates.certificateHash(certificate));
    }

    @Test
    void special_characters_survive() throws Exception {
        var load = "a&b<c>\"d'\u0001\u00e9\ud83d\ude00";
        cluster.with(Cluster.phone(PHONE, Cluster.MODEL_7962, DeviceSecurityMode.NON_SECURE, CapfSettings.NONE, load));

        assertThat(xml(PHONE + ".cnf.xml", "/device/loadInformation")).isEqualTo("a&b<c>\"d' \u00e9\ud83d\ude00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                PHONE + ".cnf.xml",
                "XMLDefault.cnf.xml",
                "RINGLIST.XML",
                "Ringlist.xml",
                "Ringlist-wb.xml",
                "DISTINCTIVERINGLIST.XML",
                "softkeys.xml",
                "AppDialRules.xml",
                "DirLookupDialRules.xml",
                "dialplan.xml"
            })
    void every_generated_file_is_well_formed(String name) throws Exception {
        var file = Files.write(data.resolve("x.xml"), bytes(name));

        run(List.of("xmllint", "--noout", file.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bell.raw", "Chime.raw", "Trill.raw"})
    void rings_have_the_length_phones_want(String name) {
        assertThat(bytes(name).length).isBetween(240, 16_080).matches(length -> length % 240 == 0);
    }

    @Test
    void the_default_file_names_servers_only_when_phones_register_by_themselves() throws Exception {
        assertThat(text("XMLDefault.cnf.xml")).doesNotContain("callManagerGroup");

        cluster.autoRegistering();

        assertThat(xml("XMLDefault.cnf.xml", "/Default/callManagerGroup/members/member/callManager/processNodeName"))
                .isEqualTo("127.0.0.1");
    }

    @Test
    void no_phone_registers_by_itself_in_a_mixed_mode_cluster() throws Exception {
        cluster.autoRegistering();
        assertThat(text("XMLDefault.cnf.xml")).contains("callManagerGroup");

        cluster.mixed();

        assertThat(text("XMLDefault.cnf.xml")).doesNotContain("callManagerGroup");
    }

    @Test
    void an_unknown_phone_that_asks_is_listed_as_waiting() {
        assertThat(find("SEPAABBCCDDEEFF.cnf.xml")).isEmpty();
        assertThat(find("SEPAABBCCDDEEFF.cnf.xml.sgn")).isEmpty();

        assertThat(cluster.waiting().list()).singleElement().satisfies(phone -> {
            assertThat(phone.device()).isEqualTo("SEPAABBCCDDEEFF");
            assertThat(phone.via()).isEqualTo("TFTP");
            assertThat(phone.knocks()).isEqualTo(2);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                PHONE + ".cnf.xml.sgn",
                "XMLDefault.cnf.xml.sgn",
                "RINGLIST.XML.sgn",
                "Bell.raw.sgn",
                "ITLFile.tlv",
                "ITL" + PHONE + ".tlv",
                "CTLFile.tlv",
                "CTL" + PHONE + ".tlv",
                PHONE + ".cnf.xml.enc.sgn"
            })
    @Spec("OV-54")
    void nothing_is_signed_in_a_non_secure_cluster(String name) {
        assertThat(find(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                PHONE + ".cnf.xml",
                "XMLDefault.cnf.xml",
                "RINGLIST.XML",
                "Bell.raw",
                "Japan/g3-tones.xml",
                "Desktops/320x196x4/List.xml",
                "AppDialRules.xml"
            })
    @Spec({"OV-53", "OV-55"})
    void every_file_has_a_signed_form_in_a_mixed_cluster_that_openssl_verifies(String name) throws Exception {
        cluster.mixed();
        put("Japan/g3-tones.xml", "<tones/>");
        put("Desktops/320x196x4/List.xml", "<CiscoIPPhoneImageList/>");

        var file = bytes(name + ".sgn");

        var signed = SignedFileReader.read(file);
        assertThat(signed.header().fileName()).isEqualTo(name + ".sgn");
        assertThat(signed.content()).isEqualTo(bytes(name));
        opensslVerifies(
                file,
                signed.header().signedBytes(file),
                signed.header().signature().bytes(),
                "-sha1");
    }

    @Test
    @Spec("OV-53")
    void a_changed_byte_breaks_the_signature() throws Exception {
        cluster.mixed();
        var file = bytes(PHONE + ".cnf.xml.sgn");
        file = file.clone();
        file[file.length - 1] ^= 1;

        assertThat(SignedFileReader.read(file).isSignedBy(signer())).isFalse();
    }

    @Test
    @Spec("OV-56")
    void a_file_is_signed_again_exactly_when_its_data_changes() {
        cluster.mixed();
        var files = cluster.files();
        var first = files.find(PHONE + ".cnf.xml.sgn", ASKER).orElseThrow();

        assertThat(files.find(PHONE + ".cnf.xml.sgn", ASKER).orElseThrow()).isSameAs(first);

        cluster.with(Cluster.phone(PHONE, Cluster.MODEL_7962, DeviceSecurityMode.AUTHENTICATED));
        var second = files.find(PHONE + ".cnf.xml.sgn", ASKER).orElseThrow();
        assertThat(second.content()).isNotEqualTo(first.content());
        assertThat(files.find("RINGLIST.XML.sgn", ASKER).orElseThrow())
                .as("what did not change stays")
                .isSameAs(files.find("RINGLIST.XML.sgn", ASKER).orElseThrow());
    }

    @Test
    @Spec("SEC-21")
    void each_file_that_is_built_and_signed_is_counted_and_one_that_is_kept_is_not() {
        var files = cluster.files();
        files.find(PHONE + ".cnf.xml", ASKER);
        files.find(PHONE + ".cnf.xml.sgn", ASKER);
        assertThat(files.counts().signed().sum())
                .as("nothing is signed in a non-secure cluster")
                .isZero();

        cluster.mixed();
        for (var repetition = 0; repetition < 3; repetition++) {
            files.find(PHONE + ".cnf.xml.sgn", ASKER);
            files.find(PHONE + ".cnf.xml", ASKER);
        }
        assertThat(files.counts().signed().sum()).isEqualTo(1);

        cluster.with(Cluster.phone(PHONE, Cluster.MODEL_7962, DeviceSecurityMode.AUTHENTICATED));
        files.find(PHONE + ".cnf.xml.sgn", ASKER);
        files.find("RINGLIST.XML.sgn", ASKER);
        assertThat(files.counts().signed().sum()).isEqualTo(3);
        assertThat(files.counts().encrypted().sum()).isZero();
    }

    @Test
    @Spec("SEC-22")
    void each_file_that_is_encrypted_is_counted_and_one_that_is_kept_is_not() {
        var phone = cluster.certificates().of(CertificatePurpose.TVS);
        cluster.mixed().set("tftp.encryptedConfiguration", "true").knows(PHONE, phone.certificate());
        var files = cluster.files();

        files.find(PHONE + ".cnf.xml.enc.sgn", ASKER);
        files.find(PHONE + ".cnf.xml.enc.sgn", ASKER);
        assertThat(files.counts().encrypted().sum()).isEqualTo(1);
        assertThat(files.counts().signed().sum())
                .as("what is encrypted is signed too")
                .isEqualTo(1);

        cluster.set("enterprise.servicesUrl", "http://other.example/");
        files.find(PHONE + ".cnf.xml.enc.sgn", ASKER);
        files.find("SEP000000000009.cnf.xml.enc.sgn", ASKER);
        assertThat(files.counts().encrypted().sum()).isEqualTo(2);
    }

    @Test
    void a_phone_finds_its_own_pages_of_the_node_where_they_are_served_and_others_where_an_administrator_says_so() {
        assertThat(text(PHONE + ".cnf.xml"))
                .contains("<servicesURL></servicesURL>")
                .doesNotContain("secureServicesURL");

        cluster.set("ipPhoneServices.plainHttp", "true");
        assertThat(text(PHONE + ".cnf.xml"))
                .contains(":8080/services?device=" + PHONE + "</servicesURL>")
                .contains(":8080/directories?device=" + PHONE + "</directoryURL>")
                .contains(":8080/authenticate</authenticationURL>")
                .doesNotContain("secureServicesURL");
        assertThat(text("XMLDefault.cnf.xml")).contains("<servicesURL></servicesURL>");

        cluster.set("ipPhoneServices.https", "true").set("enterprise.servicesUrl", "http://other.example/");
        assertThat(text(PHONE + ".cnf.xml"))
                .contains("<servicesURL>http://other.example/</servicesURL>")
                .contains("<secureServicesURL>https://", ":8444/services?device=" + PHONE + "</secureServicesURL>");
    }

    @Test
    void firmware_and_lists_have_no_signed_form() throws Exception {
        cluster.mixed();
        put("SCCP42.9-4-2SR3-1S.loads", "x");
        put("CTLFile.tlv", "x");

        assertThat(find("SCCP42.9-4-2SR3-1S.loads")).isPresent();
        assertThat(find("SCCP42.9-4-2SR3-1S.loads.sgn")).isEmpty();
        assertThat(find("CTLFile.tlv.sgn")).isEmpty();
        assertThat(find("ITLFile.tlv.sgn")).isEmpty();
    }

    @Test
    void the_ctl_file_is_the_same_under_every_name() throws Exception {
        assertThat(find("CTLFile.tlv")).isEmpty();

        put("CTLFile.tlv", "list");

        assertThat(text("CTLFile.tlv")).isEqualTo("list");
        assertThat(text("CTL" + PHONE + ".tlv")).isEqualTo("list");
        assertThat(text("CTLSEPAABBCCDDEEFF.tlv")).isEqualTo("list");
    }

    @Test
    void the_itl_file_names_the_nodes_certificates_in_their_roles() throws Exception {
        cluster.mixed();

        var list = TrustListReader.read(bytes("ITL" + PHONE + ".tlv"));

        assertThat(list.header().fileName()).isEqualTo("ITLFile.tlv");
        assertThat(list.integrity()).isInstanceOf(TrustList.Integrity.Intact.class);
        assertThat(list.isSignedBy(signer())).isTrue();
        assertThat(list.records().getFirst().role()).isEqualTo(Role.SAST);
        assertThat(list.with(Role.CCM_TFTP)).hasSize(1);
        assertThat(list.with(Role.CAPF)).hasSize(1);
        assertThat(list.with(Role.TVS)).hasSize(1);
        assertThat(bytes("ITLFile.tlv")).isEqualTo(list.bytes());
    }

    @Test
    void after_mixed_mode_the_itl_file_lets_phones_go_without_signed_files() throws Exception {
        put("CTLFile.tlv", "list");

        var list = TrustListReader.read(bytes("ITL" + PHONE + ".tlv"));

        assertThat(list.isSignedBy(signer())).isTrue();
        assertThat(list.wantsSignedFiles()).isFalse();
        assertThat(list.with(Role.SAST)).singleElement().matches(record -> record.hasCertificate());
        assertThat(list.with(Role.CCM_TFTP)).singleElement().matches(record -> !record.hasCertificate());
    }

    @Test
    void the_itl_file_outlives_a_restart() {
        cluster.mixed();
        var before = bytes("ITLFile.tlv");

        assertThat(cluster.files().find("ITLFile.tlv", ASKER).orElseThrow().content())
                .isEqualTo(before);
    }

    @Test
    void sha_512_is_for_phones_that_know_it() throws Exception {
        cluster.mixed()
                .set("tftp.signatureDigest", "SHA512")
                .with(Cluster.phone("SEP00AA00AA00AA", Cluster.MODEL_7960, DeviceSecurityMode.ENCRYPTED));

        assertThat(digestOf(PHONE + ".cnf.xml.sgn")).isEqualTo(SignatureDigest.SHA512);
        assertThat(digestOf("SEP00AA00AA00AA.cnf.xml.sgn")).isEqualTo(SignatureDigest.SHA1);
        assertThat(listDigest("ITL" + PHONE + ".tlv")).isEqualTo(SignatureDigest.SHA512);
        assertThat(listDigest("ITLSEP00AA00AA00AA.tlv")).isEqualTo(SignatureDigest.SHA1);
        var file = bytes(PHONE + ".cnf.xml.sgn");
        var header = SignedFileReader.read(file).header();
        opensslVerifies(file, header.signedBytes(file), header.signature().bytes(), "-sha512");
    }

    @Test
    void static_files_never_lead_out_of_their_directory() throws Exception {
        Files.writeString(data.resolve("secret"), "key");
        put("inside", "ok");
        put(".hidden", "no");
        Files.createSymbolicLink(cluster.directory().resolve("link"), data.resolve("secret"));
        Files.createSymbolicLink(
                cluster.directory().resolve("good"), cluster.directory().resolve("inside"));
        Files.createSymbolicLink(cluster.directory().resolve("folder"), data);

        assertThat(text("inside")).isEqualTo("ok");
        assertThat(text("good")).isEqualTo("ok");
        for (var name :
                List.of("link", "folder/secret", "../secret", ".hidden", "inside/x", "x\u0000y", "/etc/passwd")) {
            assertThat(find(name)).as(name).isEmpty();
        }
    }

    @Test
    void an_administrators_file_comes_before_a_generated_one() throws Exception {
        put("RINGLIST.XML", "<mine/>");
        put(PHONE + ".cnf.xml", "<forged/>");

        assertThat(text("RINGLIST.XML")).isEqualTo("<mine/>");
        assertThat(text(PHONE + ".cnf.xml"))
                .as("phones' files are always built")
                .contains("<device>");
    }

    @Test
    void a_replaced_static_file_is_served_as_it_is_now() throws Exception {
        put("x", "old");
        var files = cluster.files();
        assertThat(files.find("x", ASKER)).isPresent();

        put("x", "newer");

        assertThat(files.find("x", ASKER).map(ServedFile::content)).hasValue("newer".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    @Spec("OV-57")
    void without_caching_signed_files_are_kept_on_disk_and_signed_again_when_they_were_changed() throws Exception {
        cluster.mixed().set("tftp.cachingEnabled", "false");
        var first = bytes(PHONE + ".cnf.xml.sgn");
        var saved = data.resolve("state/signed");
        Path onDisk;
        try (var files = Files.list(saved)) {
            onDisk = files.findFirst().orElseThrow();
        }
        assertThat(onDisk).hasBinaryContent(first);

        Files.writeString(onDisk, "changed by somebody");

        assertThat(bytes(PHONE + ".cnf.xml.sgn")).isEqualTo(first);
        assertThat(onDisk).hasBinaryContent(first);
        cluster.with(Cluster.phone(PHONE, Cluster.MODEL_7962, DeviceSecurityMode.AUTHENTICATED));
        var second = bytes(PHONE + ".cnf.xml.sgn");
        assertThat(second).isNotEqualTo(first);
        assertThat(onDisk).hasBinaryContent(second);
    }

    @Test
    void an_encrypted_file_opens_with_the_phones_key_only_and_the_other_forms_are_a_stub() throws Exception {
        var phone = cluster.certificates().of(CertificatePurpose.TVS);
        cluster.mixed()
                .set("tftp.encryptedConfiguration", "true")
                .set("enterprise.servicesUrl", "http://secret.example/")
                .knows(PHONE, phone.certificate());

        var encrypted = SignedFileReader.read(bytes(PHONE + ".cnf.xml.enc.sgn"));

        assertThat(encrypted.isEncrypted()).isTrue();
        assertThat(encrypted.isSignedBy(signer())).isTrue();
        var opened = new String(EncryptedFileReader.decrypt(encrypted, phone.key()), StandardCharsets.UTF_8);
        assertThat(opened).contains("http://secret.example/", "<encrConfig>true</encrConfig>");
        for (var form : List.of(PHONE + ".cnf.xml", PHONE + ".cnf.xml.sgn")) {
            assertThat(new String(bytes(form), StandardCharsets.ISO_8859_1))
                    .contains("<fullConfig>false</fullConfig>", Certificates.certificateHash(phone.certificate()))
                    .doesNotContain("secret.example");
        }
    }

    @Test
    void what_cannot_be_encrypted_is_not() throws Exception {
        cluster.mixed().set("tftp.encryptedConfiguration", "true");
        assertThat(find(PHONE + ".cnf.xml.enc.sgn"))
                .as("no certificate is known")
                .isEmpty();

        cluster.knows(PHONE, signer()).with(Cluster.phone(PHONE, Cluster.MODEL_7962, DeviceSecurityMode.AUTHENTICATED));

        assertThat(find(PHONE + ".cnf.xml.enc.sgn"))
                .as("the phone is not encrypted")
                .isEmpty();
        assertThat(text(PHONE + ".cnf.xml")).contains("<fullConfig>true</fullConfig>");
    }

    @Test
    @Spec({"PH-039", "PH-041", "PH-042", "PH-043", "PH-047", "PH-050", "PH-P03", "PH-P04", "PH-P05", "PH-P06", "PH-P07"
    })
    void functions_that_are_switched_off_stand_in_the_file() throws Exception {
        assertThat(vendorConfig()).isEqualTo("01000");

        cluster.with(Cluster.hardened(
                PHONE, new PhoneHardening(false, SettingsAccess.DISABLED, false, false, WebAccess.DISABLED)));

        assertThat(vendorConfig()).isEqualTo("10111");
    }

    @Test
    @Spec({"PH-046", "PH-P05"})
    void a_phone_is_told_only_of_functions_it_has() throws Exception {
        var hardening = new PhoneHardening(false, SettingsAccess.DISABLED, false, false, WebAccess.DISABLED);
        var small = PhoneModels.byName("7912").orElseThrow();
        cluster.with(Cluster.hardened(PHONE, hardening, small));
        assertThat(vendorConfig()).as("no pcPort, no voiceVlanAccess").isEqualTo("011");
        assertThat(xml(PHONE + ".cnf.xml", "count(/device/vendorConfig/*)")).isEqualTo("3");

        cluster.with(
                Cluster.hardened(PHONE, hardening, PhoneModels.byName("7910").orElseThrow()));
        assertThat(xml(PHONE + ".cnf.xml", "count(/device/vendorConfig/*)")).isEqualTo("0");
    }

    private String vendorConfig() throws Exception {
        var values = new StringBuilder();
        for (var element : List.of("pcPort", "settingsAccess", "garp", "voiceVlanAccess", "webAccess")) {
            values.append(xml(PHONE + ".cnf.xml", "/device/vendorConfig/" + element));
        }
        return values.toString();
    }

    private Optional<ServedFile> find(String name) {
        return cluster.files().find(name, ASKER);
    }

    private byte[] bytes(String name) {
        return find(name)
                .orElseThrow(() -> new AssertionError("Not found: " + name))
                .content();
    }

    private String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    private X509Certificate signer() {
        return cluster.certificates().of(CertificatePurpose.CALLMANAGER).certificate();
    }

    private SignatureDigest digestOf(String name) throws Exception {
        return SignedFileReader.read(bytes(name)).header().digest();
    }

    private SignatureDigest listDigest(String name) throws Exception {
        return TrustListReader.read(bytes(name)).header().digest();
    }

    private void put(String name, String content) throws Exception {
        var file = cluster.directory().resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private String xml(String name, String path) throws Exception {
        var file = Files.write(data.resolve("x.xml"), bytes(name));
        var value = run(List.of("xmllint", "--xpath", "string(" + path + ")", file.toString()));
        return value.endsWith("\n") ? value.substring(0, value.length() - 1) : value;
    }

    private void opensslVerifies(byte[] file, byte[] signedBytes, byte[] signature, String digest) throws Exception {
        assertThat(file.length).isEqualTo(signedBytes.length + signature.length + 3);
        Files.write(data.resolve("certificate.pem"), PemKeyFile.text(signer()));
        Files.write(data.resolve("signed"), signedBytes);
        Files.write(data.resolve("signature"), signature);
        var key = run(List.of("openssl", "x509", "-in", "certificate.pem", "-pubkey", "-noout"));
        Files.writeString(data.resolve("key.pem"), key);
        assertThat(run(List.of("openssl", "dgst", digest, "-verify", "key.pem", "-signature", "signature", "signed")))
                .contains("Verified OK");
    }

    private String run(List<String> command) throws Exception {
        var process = new ProcessBuilder(command)
                .directory(data.toFile())
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }
}
