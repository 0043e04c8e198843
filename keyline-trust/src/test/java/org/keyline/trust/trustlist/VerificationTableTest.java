package org.keyline.trust.trustlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyline.trust.certificate.CertificatePurpose;
import org.keyline.trust.certificate.Certificates;
import org.keyline.trust.certificate.DistinguishedNameText;
import org.keyline.trust.certificate.NodeCertificates;
import org.keyline.trust.certificate.NodeIdentity;
import org.keyline.trust.tlv.Octets;
import org.keyline.trust.workbench.TestAuthority;

class VerificationTableTest {
    private static final NodeIdentity NODE = new NodeIdentity("cm1", List.of(), "Lab; the \"second\", Ltd.");

    @TempDir
    private Path directory;

    private static Octets der(X509Certificate certificate) {
        return Octets.of(Certificates.der(certificate));
    }

    @Test
    void a_table_is_made_anew_only_when_the_certificates_change() throws Exception {
        NodeCertificates[] present = {NodeCertificates.openOrCreate(directory, NODE)};
        var table = VerificationTable.following(() -> present[0]);
        var before = table.get();
        assertThat(table.get()).isSameAs(before);

        var old = present[0].of(CertificatePurpose.TVS).certificate();
        present[0] = present[0].renew(CertificatePurpose.TVS, NODE);
        var renewed = present[0].of(CertificatePurpose.TVS).certificate();
        assertThat(before.verify(der(renewed))).isEmpty();
        assertThat(table.get().verify(der(renewed))).isPresent();
        assertThat(table.get().verify(der(old))).isPresent();

        present[0] = present[0].withdraw(CertificatePurpose.TVS, old, NODE);
        assertThat(table.get().verify(der(old))).isEmpty();
    }

    @Test
    void every_record_of_the_nodes_own_list_is_vouched_for_in_its_roles() throws Exception {
        var certificates = NodeCertificates.openOrCreate(directory, NODE);
        var list = ItlFile.build(certificates, ServerName.none(), TrustListVariant.OLD_PHONES, Instant.now());
        var table = VerificationTable.of(certificates);

        for (var record : list.records()) {
            var verified = table.verify(record.certificate().orElseThrow()).orElseThrow();
            assertThat(verified.roles()).contains(record.role());
            assertThat(table.query(record.serial(), record.issuerName())).contains(verified);
            var roles = list.records().stream()
                    .filter(other -> other.certificate().equals(record.certificate()))
                    .map(TrustListRecord::role)
                    .toList();
            assertThat(verified.roles()).containsExactlyInAnyOrderElementsOf(roles);
        }
    }

    @Test
    void issuers_are_found_with_commas_and_blanks_and_serials_with_leading_zeros() throws Exception {
        var certificates = NodeCertificates.openOrCreate(directory, new NodeIdentity("cm1", List.of(), "Lab"));
        var table = VerificationTable.of(certificates);
        var signer = certificates.of(CertificatePurpose.CALLMANAGER).certificate();
        var number = signer.getSerialNumber().toByteArray();
        var padded = new byte[number.length + 2];
        System.arraycopy(number, 0, padded, 2, number.length);
        var serial = Octets.of(padded);

        for (var issuer : List.of(
                "CN=cm1;OU=CallManager;O=Lab", "CN=cm1, OU=CallManager, O=Lab", "CN=cm1,OU=CallManager ;O=Lab")) {
            assertThat(table.query(serial, issuer)).as(issuer).isPresent();
        }
        assertThat(table.query(serial, "CN=cm2;OU=CallManager;O=Lab")).isEmpty();
        assertThat(table.query(Octets.of(new byte[2]), DistinguishedNameText.issuer(signer)))
                .isEmpty();
    }

    @Test
    void the_next_and_the_former_certificate_are_vouched_for_until_withdrawn() throws Exception {
        var first = NodeCertificates.openOrCreate(directory, NODE);
        var old = first.of(CertificatePurpose.CALLMANAGER).certificate();

        var announced = first.announce(CertificatePurpose.CALLMANAGER, NODE);
        var next = announced.next(CertificatePurpose.CALLMANAGER).orElseThrow();
        assertThat(announced.of(CertificatePurpose.CALLMANAGER).certificate()).isEqualTo(old);
        assertThat(VerificationTable.of(announced)
                        .verify(der(next))
                        .orElseThrow()
                        .roles())
                .containsExactly(Role.SAST, Role.CCM_TFTP);
        assertThat(announced.announce(CertificatePurpose.CALLMANAGER, NODE).next(CertificatePurpose.CALLMANAGER))
                .as("announced once")
                .contains(next);

        var renewed = announced.renew(CertificatePurpose.CALLMANAGER, NODE);
        assertThat(renewed.of(CertificatePurpose.CALLMANAGER).certificate()).isEqualTo(next);
        assertThat(renewed.next(CertificatePurpose.CALLMANAGER)).isEmpty();
        assertThat(renewed.former(CertificatePurpose.CALLMANAGER)).containsExactly(old);
        assertThat(VerificationTable.of(NodeCertificates.openOrCreate(directory, NODE))
                        .verify(der(old)))
                .isPresent();

        var withdrawn = renewed.withdraw(CertificatePurpose.CALLMANAGER, old, NODE);
        assertThat(VerificationTable.of(withdrawn).verify(der(old))).isEmpty();
        assertThat(VerificationTable.of(withdrawn).verify(der(next))).isPresent();
    }

    @Test
    void neither_a_name_nor_an_issuer_makes_a_certificate_known() throws Exception {
        var certificates = NodeCertificates.openOrCreate(directory, NODE);
        var impostor = TestAuthority.authority("CN=cm1,OU=CallManager,O=Lab");
        assertThat(VerificationTable.of(certificates).verify(der(impostor.certificate())))
                .isEmpty();
    }
}
