package org.keyline.tftp.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyline.model.security.DeviceSecurityMode;
import org.keyline.model.server.SrstReference;
import org.keyline.spec.Spec;
import org.keyline.tftp.Cluster;
import org.keyline.trust.certificate.CertificateProfile;
import org.keyline.trust.certificate.Certificates;
import org.keyline.trust.certificate.KeyType;

/** Where phones go when no node answers, as their files say it. */
class SrstInfoTest {
    private static final String PHONE = "SEP001122334455";
    private static final String SRST = "/device/devicePool/srstInfo/";

    private Cluster cluster;
    private PhoneFiles files;
    private String certificate;

    @BeforeEach
    void cluster(@TempDir Path directory) throws Exception {
        cluster = new Cluster(directory)
                .with(Cluster.phone(PHONE, Cluster.MODEL_7962, DeviceSecurityMode.ENCRYPTED))
                .mixed();
        files = cluster.files();
        certificate = newCertificate();
    }

    private static String newCertificate() {
        var made = new CertificateProfile(Clock.systemUTC())
                .selfSigned(new X500Name("CN=branch"), List.of(), KeyType.EC_P256);
        return Base64.getEncoder().encodeToString(Certificates.der(made.certificate()));
    }

    private SrstReference branch(boolean secure, Optional<String> stored) {
        return new SrstReference("Branch <1>", "192.0.2.7", 2001, Optional.of("192.0.2.8"), 5062, secure, 2445, stored);
    }

    @Test
    void a_pool_without_srst_says_so() throws Exception {
        assertThat(xml("srstOption")).isEqualTo("Disable");
        assertThat(xml("ipAddr1")).isEmpty();
        assertThat(xml("isSecure")).isEqualTo("false");
    }

    @Test
    @Spec("SRST-27")
    void a_pool_with_the_default_gateway_leaves_the_address_to_the_phone() throws Exception {
        cluster.fallsBackToDefaultGateway();

        assertThat(xml("srstOption")).isEqualTo("Enable");
        assertThat(xml("name")).isEqualTo("Use Default Gateway");
        assertThat(xml("ipAddr1")).isEmpty();
        assertThat(xml("isSecure")).isEqualTo("false");
    }

    @Test
    @Spec("SRST-27")
    void a_pool_with_a_reference_gives_its_gateway_for_sccp_and_sip() throws Exception {
        cluster.fallsBackTo(branch(false, Optional.empty()));

        assertThat(xml("srstOption")).isEqualTo("Enable");
        assertThat(xml("name")).isEqualTo("Branch <1>");
        assertThat(xml("userModifiable")).isEqualTo("false");
        assertThat(xml("ipAddr1")).isEqualTo("192.0.2.7");
        assertThat(xml("port1")).isEqualTo("2001");
        assertThat(xml("ipAddr2")).isEmpty();
        assertThat(xml("sipIpAddr1")).isEqualTo("192.0.2.8");
        assertThat(xml("sipPort1")).isEqualTo("5062");
        assertThat(xml("sipIpAddr2")).isEmpty();
        assertThat(xml("isSecure")).isEqualTo("false");
        assertThat(xml("srstCertificate")).isEmpty();
    }

    @Test
    @Spec({"SRST-08", "SRST-09", "SRST-11", "OV-47"})
    void a_secure_reference_gives_its_certificate_and_no_other_in_the_signed_file_but_in_no_trust_list()
            throws Exception {
        cluster.fallsBackTo(branch(true, Optional.of(certificate)));

        assertThat(xml("isSecure")).isEqualTo("true");
        assertThat(xml("srstCertificate")).isEqualTo(certificate);
        assertThat(count("srstCertificate")).isEqualTo("1");
        assertThat(text(PHONE + ".cnf.xml.sgn")).contains(certificate);
        var key = Certificates.bareKey(
                Certificates.parse(Base64.getDecoder().decode(certificate)).getPublicKey());
        var list = new String(bytes("ITLFile.tlv"), StandardCharsets.ISO_8859_1);
        assertThat(list).doesNotContain(new String(key, StandardCharsets.ISO_8859_1));
    }

    @Test
    @Spec({"SRST-14", "SRST-15", "PH-020", "PH-021"})
    void in_a_non_secure_cluster_neither_counts_though_both_stay_stored() throws Exception {
        cluster.fallsBackTo(branch(true, Optional.of(certificate))).set("enterprise.clusterSecurityMode", "NON_SECURE");

        assertThat(xml("ipAddr1")).isEqualTo("192.0.2.7");
        assertThat(xml("isSecure")).isEqualTo("false");
        assertThat(count("srstCertificate")).isEqualTo("0");
        assertThat(device("deviceSecurityMode")).isEqualTo("1");

        cluster.mixed();
        assertThat(xml("isSecure")).isEqualTo("true");
        assertThat(xml("srstCertificate")).isEqualTo(certificate);
        assertThat(device("deviceSecurityMode")).isEqualTo("3");
    }

    @Test
    @Spec({"SRST-21", "SRST-22", "SRST-23"})
    void another_certificate_or_none_stands_in_the_next_file_with_another_stamp() throws Exception {
        cluster.fallsBackTo(branch(true, Optional.of(certificate)));
        var first = device("versionStamp");
        var other = newCertificate();

        cluster.fallsBackTo(branch(true, Optional.of(other)));
        var second = device("versionStamp");
        assertThat(xml("srstCertificate")).isEqualTo(other);

        cluster.fallsBackTo(branch(false, Optional.empty()));
        assertThat(count("srstCertificate")).isEqualTo("0");
        assertThat(text(PHONE + ".cnf.xml")).doesNotContain(other);
        assertThat(first).isNotEqualTo(second);
        assertThat(device("versionStamp")).isNotEqualTo(second).isNotEqualTo(first);
    }

    private String xml(String element) throws Exception {
        return evaluate(SRST + element);
    }

    private String device(String element) throws Exception {
        return evaluate("/device/" + element);
    }

    private String count(String element) throws Exception {
        return evaluate("count(" + SRST + element + ")");
    }

    private String evaluate(String path) throws Exception {
        var document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(bytes(PHONE + ".cnf.xml")));
        return XPathFactory.newInstance().newXPath().evaluate(path, document);
    }

    private String text(String name) {
        return new String(bytes(name), StandardCharsets.ISO_8859_1);
    }

    private byte[] bytes(String name) {
        return files.find(name, InetAddress.getLoopbackAddress()).orElseThrow().content();
    }
}
