package org.keyline.lab.capf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.keyline.lab.files.Octets;
import org.keyline.lab.trust.Examples;

class CapfMessageTest {
    private static final String NAME = "SEP001122334455";

    @Test
    void the_answer_with_a_string_is_the_worked_example() {
        var answer = CapfMessage.of(CapfCommand.AUTH_RES, 0x2a)
                .with(CapfTag.PASSWORD, Octets.of("48151\0"))
                .with(CapfTag.DEVICE_NAME, Octets.of(NAME + "\0"))
                .with(CapfTag.REASON, 1)
                .with(CapfTag.VERSION, 3);

        assertThat(Octets.of(answer.encode()))
                .isEqualTo(
                        Octets.ofHex(
                                "55020000002a0024 01000101 07000103 0b0006343831353100 0d001053455030303131323233333434353500"));
    }

    @Test
    void requests_of_the_sheet_are_understood() throws Exception {
        var rsa = read("55030000002a0009 0a00020400 11000100");
        var old = read("55030000002a0005 0a00020400");
        var ec = read("55030000002a0008 11000101 12000100");

        assertThat(rsa.session()).isEqualTo(0x2a);
        assertThat(KeyOrder.read(rsa)).isEqualTo(new KeyOrder.Rsa(1024));
        assertThat(KeyOrder.read(old)).isEqualTo(new KeyOrder.Rsa(1024));
        assertThat(KeyOrder.read(ec)).isEqualTo(new KeyOrder.Ec("secp256r1"));
    }

    @Test
    void the_signatures_are_those_of_the_sheet() throws Exception {
        var phone = Examples.phone();

        assertThat(ProofOfIdentity.sha1(NAME, phone)).isEqualTo(Octets.ofHex("""
                                1ebac0bb6790b2d2162c0790b9e7b3f6af89f5d52d7caff24db391e013abd632
                                d369d861621d09fe75b96ab14cfedc2b950b85fbb84e789034cf86c719e16552
                                d6912f66c124c71157a0b40bc552f1d528dff5ffbac520ba1348a114435d79bd
                                2134b3956f1987ed7ecd879ba1c15453ffa05efadd0b397a751f51788aaa059d"""));
        assertThat(ProofOfIdentity.sha512(NAME, phone)).isEqualTo(Octets.ofHex("""
                                030080
                                0003b54c3ac431e32911a5919846e56e72b0af316b68c04495735e6935bbcbb5
                                666c91220c84e73b66f79c1256cf249bc0595dfa69b9241e2937b988e77017b5
                                8a99c078e2c552941e5fb64de98ff01aa82ca9a50fd0589536a58e8f1689a039
                                44ddd52a836b56b389fc844b9243a70a48dae37bb1f011d406f7efd881e6d6d2"""));
    }

    @Test
    void a_certificate_element_has_its_five_bytes_in_front() throws Exception {
        var certificate = Examples.phone().certificate();

        var field = CertificateField.of(certificate, CertificateField.LSC);

        assertThat(field.hex()).startsWith("01020d0001308202");
        assertThat(CertificateField.certificate(field)).isEqualTo(certificate);
        assertThatThrownBy(() -> CertificateField.certificate(field.flipping(2, 1)))
                .isInstanceOf(CapfTrouble.class);
    }

    @Test
    void nonsense_is_refused_with_a_reason() {
        assertTrouble("54030000002a0000");
        assertTrouble("55ff0000002a0000");
        assertTrouble("55030000002a0004 0a000204");
        assertTrouble("55030000002a0002 0a00");
        assertThatThrownBy(() -> read("55030000002a00")).isInstanceOf(EOFException.class);
    }

    @Property
    void random_bytes_end_in_a_message_or_a_described_trouble(@ForAll byte[] bytes) throws IOException {
        try {
            assertThat(CapfMessage.read(new ByteArrayInputStream(bytes)).command())
                    .isNotNull();
        } catch (CapfTrouble | EOFException _) {
            // Both are proper ends.
        }
    }

    private static void assertTrouble(String hex) {
        assertThatThrownBy(() -> read(hex)).isInstanceOf(CapfTrouble.class);
    }

    private static CapfMessage read(String hex) throws IOException, CapfTrouble {
        return CapfMessage.read(new ByteArrayInputStream(Octets.ofHex(hex).toArray()));
    }
}
