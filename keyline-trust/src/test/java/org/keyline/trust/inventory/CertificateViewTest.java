package org.keyline.trust.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.asn1.x500.X500Name;
import org.junit.jupiter.api.Test;
import org.keyline.spec.Spec;
import org.keyline.trust.certificate.CertificateProfile;
import org.keyline.trust.certificate.KeyType;
import org.keyline.trust.inventory.CertificateView.Line;
import org.keyline.trust.inventory.CertificateView.View;
import org.keyline.trust.workbench.TestAuthority;

/** A certificate as people read it. */
class CertificateViewTest {
    private static final java.security.cert.X509Certificate CERTIFICATE = new CertificateProfile(
                    TestAuthority.at(TestAuthority.NOW))
            .selfSigned(new X500Name("CN=cm1,O=Keyline"), List.of(), KeyType.RSA_1024)
            .certificate();

    @Test
    @Spec("HT-15")
    void all_fields_of_the_viewer_are_there() {
        assertThat(fields(View.ALL))
                .contains(
                        "Version",
                        "Serial Number",
                        "Signature Algorithm",
                        "Issuer",
                        "Valid From",
                        "Valid To",
                        "Subject",
                        "Public key",
                        "Subject Key Identifier",
                        "Key Usage",
                        "Enhanced Key Usage",
                        "Thumbprint Algorithm",
                        "Thumbprint");
        assertThat(CertificateView.text(CERTIFICATE, View.ALL))
                .contains("Subject                  CN=cm1;O=Keyline")
                .contains("Valid To                 2031-03-01T12:00:00Z")
                .contains("Server Authentication, Client Authentication, IP Security End System")
                .contains("RSA (1024 bits)");
    }

    @Test
    @Spec("HT-16")
    void each_view_shows_its_part() {
        assertThat(fields(View.VERSION_1))
                .containsExactly(
                        "Version",
                        "Serial Number",
                        "Signature Algorithm",
                        "Issuer",
                        "Valid From",
                        "Valid To",
                        "Subject",
                        "Public key");
        assertThat(fields(View.EXTENSIONS)).contains("Subject Key Identifier", "Key Usage", "Enhanced Key Usage");
        assertThat(fields(View.CRITICAL_EXTENSIONS)).containsExactly("Key Usage", "Basic Constraints");
        assertThat(fields(View.PROPERTIES)).containsExactly("Thumbprint Algorithm", "Thumbprint");
        assertThat(Arrays.stream(View.values()).map(View::label))
                .containsExactly(
                        "All",
                        "Version 1 Fields Only",
                        "Extensions Only",
                        "Critical Extensions Only",
                        "Properties Only");
        assertThat(View.named("critical-extensions")).contains(View.CRITICAL_EXTENSIONS);
        assertThat(View.named("everything".toLowerCase(Locale.ROOT))).isEmpty();
    }

    private static List<String> fields(View view) {
        return CertificateView.of(CERTIFICATE, view).stream().map(Line::field).toList();
    }
}
