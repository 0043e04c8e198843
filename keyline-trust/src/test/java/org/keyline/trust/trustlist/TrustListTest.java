package org.keyline.trust.trustlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.keyline.trust.workbench.TestAuthority.NOW;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyline.spec.Spec;
import org.keyline.trust.certificate.CertificateProfile;
import org.keyline.trust.certificate.CertificatePurpose;
import org.keyline.trust.certificate.Certificates;
import org.keyline.trust.certificate.KeyMaterial;
import org.keyline.trust.certificate.KeyType;
import org.keyline.trust.certificate.NodeCertificates;
import org.keyline.trust.certificate.NodeIdentity;
import org.keyline.trust.certificate.PemKeyFile;
import org.keyline.trust.sheet.Sheet;
import org.keyline.trust.signing.SignatureDigest;
import org.keyline.trust.signing.Signer;
import org.keyline.trust.signing.SigningException;
import org.keyline.trust.tlv.FormatVersion;
import org.keyline.trust.tlv.HeaderDraft;
import org.keyline.trust.tlv.MalformedFileException;
import org.keyline.trust.workbench.OpenSsl;
import org.keyline.trust.workbench.TestAuthority;

class TrustListTest {
    private static final ServerName SERVER =
            new ServerName("ccm1.lab", (Inet4Address) InetAddress.ofLiteral("10.0.0.1"));
    private static final KeyMaterial TOKEN_1 = TestAuthority.authority("CN=SAST-1,OU=Security Token,O=Lab");
    private static final KeyMaterial TOKEN_2 = TestAuthority.authority("CN=SAST-2,OU=Security Token,O=Lab");

    @TempDir
    static Path home;

    @TempDir
    Path directory;

    private static NodeCertificates node() {
        try {
            return NodeCertificates.openOrCreate(home, new NodeIdentity("ccm1.lab", List.of(SERVER.address()), "Lab"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @EnumSource
    @Spec({"CTL3-03", "CTL3-04", "CTL3-05", "CTL3-40"})
    void a_ctl_file_names_tokens_call_manager_and_capf_and_openssl_verifies_it(TrustListVariant variant)
            throws Exception {
        var list = ctl(variant);

        assertThat(list.records())
                .extracting(TrustListRecord::role)
                .containsExactly(Role.SAST, Role.SAST, Role.CCM_TFTP, Role.CAPF);
        assertThat(list.header().fileName()).isEqualTo("CTLFile.tlv");
        assertThat(list.integrity()).isInstanceOf(TrustList.Integrity.Intact.class);
        assertThat(list.isSignedBy(TOKEN_2.certificate())).isFalse();
        assertThat(opensslVerifies(list, TOKEN_1)).contains("Verified OK");
    }

    @Test
    void the_variants_differ_in_version_and_digest() throws Exception {
        var old = ctl(TrustListVariant.OLD_PHONES).header();
        var young = ctl(TrustListVariant.NEW_PHONES).header();

        assertThat(old.version()).isEqualTo(FormatVersion.V1_2);
        assertThat(old.signerVersion()).isEmpty();
        assertThat(old.digest()).isEqualTo(SignatureDigest.SHA1);
        assertThat(young.version()).isEqualTo(FormatVersion.V1_2);
        assertThat(young.signerVersion()).contains(FormatVersion.V1_1);
        assertThat(young.digest()).isEqualTo(SignatureDigest.SHA512);
    }

    @Test
    void the_signature_contains_a_digest_info() throws Exception {
        var list = Sheet.ctl();
        Files.write(directory.resolve("s"), list.header().signature().bytes());
        Files.write(
                directory.resolve("signer.pem"), PemKeyFile.text(Sheet.signer().certificate()));

        var recovered = OpenSsl.run(
                "pkeyutl",
                "-verifyrecover",
                "-certin",
                "-inkey",
                directory.resolve("signer.pem"),
                "-in",
                directory.resolve("s"));

        assertThat(HexFormat.of().formatHex(recovered.output()))
                .isEqualTo("3021300906052b0e03021a05000414" + "de6c3bdcf2332f0cfc66c28a59d6abcc45b59290");
    }

    @Test
    void the_lengths_in_the_file_add_up() throws Exception {
        var file = ctl(TrustListVariant.OLD_PHONES).bytes();
        var header = ((file[8] & 0xff) << 8) | (file[9] & 0xff);

        assertThat(header % 4).isZero();
        var offset = header;
        while (offset < file.length) {
            assertThat(Arrays.copyOfRange(file, offset, offset + 3)).containsExactly(1, 0, 2);
            offset += ((file[offset + 3] & 0xff) << 8) | (file[offset + 4] & 0xff);
        }
        assertThat(offset).isEqualTo(file.length);
    }

    @Test
    @Spec("CTL3-07")
    void the_fields_of_a_record_are_what_openssl_finds_in_its_certificate() throws Exception {
        var record =
                ctl(TrustListVariant.OLD_PHONES).with(Role.CCM_TFTP).findFirst().orElseThrow();
        var cer = directory.resolve("ccm.cer");
        Files.write(cer, record.certificate().orElseThrow().bytes());
        Files.writeString(
                directory.resolve("pub.pem"), OpenSsl.text("x509", "-inform", "DER", "-in", cer, "-noout", "-pubkey"));

        assertThat(OpenSsl.text("x509", "-inform", "DER", "-in", cer, "-noout", "-serial"))
                .isEqualToIgnoringCase(
                        "serial=" + HexFormat.of().formatHex(record.serial().bytes()) + "\n");
        assertThat(OpenSsl.run(
                                "rsa",
                                "-pubin",
                                "-in",
                                directory.resolve("pub.pem"),
                                "-RSAPublicKey_out",
                                "-outform",
                                "DER")
                        .output())
                .endsWith(record.publicKey().orElseThrow().bytes());
        assertThat(OpenSsl.text("x509", "-inform", "DER", "-in", cer, "-noout", "-subject", "-nameopt", "compat"))
                .contains("ccm1.lab");
        assertThat(record.subjectName()).isEqualTo("CN=ccm1.lab;OU=CallManager;O=Lab");
        assertThat(record.dnsName()).contains("ccm1.lab");
        assertThat(record.address()).contains(SERVER.address());
        assertThat(record.signature().orElseThrow().bytes())
                .isEqualTo(record.x509().orElseThrow().getSignature());
    }

    @Test
    void compact_records_have_the_digest_that_openssl_computes() throws Exception {
        var compact = Sheet.ctl().with(Role.CCM_TFTP).findFirst().orElseThrow();
        Files.write(
                directory.resolve("ccm.cer"), Certificates.der(Sheet.signer().certificate()));

        assertThat(OpenSsl.text("dgst", "-sha1", "-r", directory.resolve("ccm.cer")))
                .startsWith(HexFormat.of()
                        .formatHex(compact.certificateDigest().orElseThrow().bytes()));
        assertThat(compact.isFor(Sheet.signer().certificate())).isTrue();
        assertThat(compact.isFor(TOKEN_1.certificate())).isFalse();
    }

    @Test
    void a_changed_bit_anywhere_breaks_the_list() {
        var file = Sheet.file("CTLFile.tlv");
        for (var i = 0; i < file.length * 8; i++) {
            var changed = file.clone();
            changed[i / 8] ^= (byte) (1 << (i % 8));
            assertThat(isIntact(changed)).as("bit " + i + " is changed").isFalse();
        }
    }

    @Test
    void a_list_cut_off_anywhere_is_refused_or_broken() {
        var file = Sheet.file("CTLFile.tlv");
        for (var length = 0; length < file.length; length++) {
            assertThat(isIntact(Arrays.copyOf(file, length)))
                    .as("cut to " + length)
                    .isFalse();
        }
    }

    @Test
    void a_serial_number_with_its_top_bit_set_has_no_leading_zero() throws Exception {
        assertThat(Sheet.ctl().header().serial().bytes()).asHexString().isEqualTo("4A01");
        assertThat(ctl(TrustListVariant.OLD_PHONES).records())
                .allSatisfy(record -> assertThat(record.serial().bytes()[0]).isNotZero());
    }

    @Test
    @Spec("CTL9-14")
    void at_most_100_records_fit_in_a_list() throws Exception {
        var hundred = new ArrayList<>(List.of(sast(TOKEN_1)));
        hundred.addAll(Collections.nCopies(99, TrustListRecord.withoutCertificate(Role.CCM, SERVER)));

        assertThat(writer().write(hundred, Signer.of(TOKEN_1), NOW).records()).hasSize(100);
        hundred.add(TrustListRecord.withoutCertificate(Role.CCM, SERVER));
        assertUnfit(hundred, UnfitTrustListException.Reason.TOO_MANY_RECORDS);
    }

    @Test
    @Spec("CTL9-15")
    void a_ctl_file_longer_than_75_k_is_not_made() throws Exception {
        var many = new ArrayList<>(List.of(sast(TOKEN_1)));
        many.addAll(Collections.nCopies(60, server(Role.CCM_TFTP, CertificatePurpose.CALLMANAGER)));

        assertUnfit(many, UnfitTrustListException.Reason.TOO_LONG);
        assertThat(writer().write(many.subList(0, 30), Signer.of(TOKEN_1), NOW).bytes())
                .hasSizeLessThanOrEqualTo(75 * 1024);
    }

    @Test
    void a_list_that_phones_would_refuse_is_not_made() throws Exception {
        assertUnfit(List.of(sast(TOKEN_2)), UnfitTrustListException.Reason.SIGNER_MISSING);
        assertUnfit(
                List.of(sast(TOKEN_1), TrustListRecord.withoutCertificate(new Role(9), SERVER)),
                UnfitTrustListException.Reason.UNKNOWN_ROLE);
        var big = selfSigned(KeyType.RSA_3072);
        assertUnfit(
                List.of(sast(TOKEN_1), TrustListRecord.full(Role.CCM, big.certificate(), SERVER)),
                UnfitTrustListException.Reason.UNFIT_KEY);
        var curve = TrustListRecord.full(Role.TFTP, selfSigned(KeyType.EC_P256).certificate(), SERVER);
        assertUnfit(List.of(sast(TOKEN_1), curve), UnfitTrustListException.Reason.UNFIT_KEY);
        var list = new TrustListWriter(TrustListKind.CTL, TrustListVariant.NEW_PHONES)
                .write(List.of(sast(TOKEN_1), curve), Signer.of(TOKEN_1), NOW);
        assertThat(list.records().get(1).publicKey().orElseThrow().bytes())
                .hasSize(65)
                .startsWith(4);
    }

    @Test
    void only_rsa_keys_sign() {
        var draft = new HeaderDraft(
                FormatVersion.V1_2, Optional.empty(), SignatureDigest.SHA1, "CTLFile.tlv", NOW, Optional.empty());

        for (var type : List.of(KeyType.EC_P256, KeyType.RSA_3072)) {
            var signer = Signer.of(selfSigned(type));
            assertThatThrownBy(() -> draft.sign(signer, new byte[0]))
                    .isInstanceOf(SigningException.class)
                    .hasMessageContaining("RSA key of 512, 1024, 2048 or 4096 bits");
        }
    }

    @Test
    @Spec("CTL3-57")
    void a_non_secure_list_names_the_servers_without_certificates() throws Exception {
        var mixed = ctl(TrustListVariant.OLD_PHONES);
        var list = CtlFile.buildNonSecure(
                List.of(TOKEN_1.certificate(), TOKEN_2.certificate()),
                servers(),
                Signer.of(TOKEN_1),
                TrustListVariant.OLD_PHONES,
                NOW);

        assertThat(mixed.wantsSignedFiles()).isTrue();
        assertThat(list.wantsSignedFiles()).isFalse();
        assertThat(list.integrity()).isInstanceOf(TrustList.Integrity.Intact.class);
        assertThat(list.with(Role.SAST)).hasSize(2).allMatch(TrustListRecord::hasCertificate);
        assertThat(list.with(Role.CCM_TFTP))
                .singleElement()
                .satisfies(record -> assertThat(record.issuerName()).isEmpty())
                .satisfies(record -> assertThat(record.subjectName()).isEmpty())
                .satisfies(record -> assertThat(record.dnsName()).contains("ccm1.lab"))
                .matches(record -> !record.hasCertificate());
    }

    @Test
    void an_itl_file_is_signed_by_the_node_itself() throws Exception {
        for (var variant : TrustListVariant.values()) {
            var list = ItlFile.build(node(), SERVER, variant, NOW);

            assertThat(list.header().fileName()).isEqualTo("ITLFile.tlv");
            assertThat(list.records())
                    .extracting(TrustListRecord::role)
                    .containsExactly(Role.SAST, Role.CCM_TFTP, Role.CAPF, Role.TVS, Role.APPLICATION_SERVER);
            assertThat(opensslVerifies(list, node().of(CertificatePurpose.CALLMANAGER)))
                    .contains("Verified OK");
            assertThat(list.wantsSignedFiles()).isTrue();
        }
    }

    @Test
    void unknown_roles_are_kept_when_read() throws Exception {
        var file = Sheet.file("CTLFile.tlv");
        file[0x040a] = 9;

        var role = TrustListReader.read(file).records().get(1).role();

        assertThat(role).isEqualTo(new Role(9)).hasToString("Role 9");
        assertThat(role.isKnown()).isFalse();
    }

    private static TrustList ctl(TrustListVariant variant) throws Exception {
        return CtlFile.build(
                List.of(TOKEN_1.certificate(), TOKEN_2.certificate()), servers(), Signer.of(TOKEN_1), variant, NOW);
    }

    private static List<TrustListRecord> servers() {
        return List.of(
                server(Role.CCM_TFTP, CertificatePurpose.CALLMANAGER), server(Role.CAPF, CertificatePurpose.CAPF));
    }

    private static TrustListRecord server(Role role, CertificatePurpose purpose) {
        return TrustListRecord.full(role, node().of(purpose).certificate(), SERVER);
    }

    private static TrustListRecord sast(KeyMaterial token) {
        return TrustListRecord.full(Role.SAST, token.certificate(), ServerName.none());
    }

    private static KeyMaterial selfSigned(KeyType type) {
        return new CertificateProfile(TestAuthority.at(NOW)).selfSigned(new X500Name("CN=x,O=Lab"), List.of(), type);
    }

    private static TrustListWriter writer() {
        return new TrustListWriter(TrustListKind.CTL, TrustListVariant.OLD_PHONES);
    }

    private static void assertUnfit(List<TrustListRecord> records, UnfitTrustListException.Reason reason) {
        assertThatThrownBy(() -> writer().write(records, Signer.of(TOKEN_1), NOW))
                .isInstanceOfSatisfying(
                        UnfitTrustListException.class,
                        e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private static boolean isIntact(byte[] file) {
        try {
            return TrustListReader.read(file).integrity() instanceof TrustList.Integrity.Intact;
        } catch (MalformedFileException e) {
            assertThat(e).hasMessageNotContaining("null");
            return false;
        }
    }

    private String opensslVerifies(TrustList list, KeyMaterial signer) throws Exception {
        var file = list.bytes();
        var header = list.header();
        var tbs = directory.resolve("tbs");
        var afterSignature = header.signatureOffset() + 3 + header.signature().length();
        Files.write(tbs, Arrays.copyOf(file, header.signatureOffset()));
        Files.write(
                tbs, Arrays.copyOfRange(file, afterSignature, file.length), java.nio.file.StandardOpenOption.APPEND);
        Files.write(directory.resolve("s"), header.signature().bytes());
        var cer = directory.resolve("signer.cer");
        Files.write(cer, Certificates.der(signer.certificate()));
        Files.writeString(
                directory.resolve("pub"), OpenSsl.text("x509", "-inform", "DER", "-in", cer, "-noout", "-pubkey"));
        return OpenSsl.text(
                "dgst",
                header.digest() == SignatureDigest.SHA1 ? "-sha1" : "-sha512",
                "-verify",
                directory.resolve("pub"),
                "-signature",
                directory.resolve("s"),
                tbs);
    }
}
