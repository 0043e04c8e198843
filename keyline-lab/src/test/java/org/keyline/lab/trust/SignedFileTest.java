package org.keyline.lab.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keyline.lab.trust.SignedFile.Refusal.BAD_SIGNATURE;
import static org.keyline.lab.trust.SignedFile.Refusal.MALFORMED;
import static org.keyline.lab.trust.SignedFile.Refusal.OTHER_NAME;
import static org.keyline.lab.trust.SignedFile.Refusal.UNKNOWN_SIGNER;

import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyline.lab.files.Octets;
import org.keyline.lab.trust.SignedFile.Verdict;

class SignedFileTest {
    private static final String SIGNED = "SEP001122334455.cnf.xml.sgn";
    private static final String ENCRYPTED = "SEP001122334455.cnf.xml.enc.sgn";

    private final Flash flash = new Flash();

    @BeforeEach
    void the_phone_has_the_example_list() {
        flash.offerCtl(Optional.of(Examples.bytes("CTLFile.tlv")));
    }

    @Test
    void the_worked_signed_example_is_believed() {
        assertThat(content(SignedFile.check(Examples.bytes(SIGNED), SIGNED, flash)))
                .isEqualTo("<device></device>\n");
    }

    @Test
    void the_worked_encrypted_example_is_believed_and_decrypted_by_the_right_phone_only() throws Exception {
        var verdict = SignedFile.check(Examples.bytes(ENCRYPTED), ENCRYPTED, flash);

        var file = ((Verdict.Verified) verdict).file();
        assertThat(file.decrypt(Examples.key("phone-key")).map(Octets::text))
                .contains("<device><encrConfig>true</encrConfig></device>\n");
        assertThat(file.decrypt(Examples.key("signer-key"))).isEmpty();
    }

    @Test
    void the_certificate_hash_is_the_sheet_s() {
        assertThat(Certificates.hash(Examples.phone().certificate())).isEqualTo("1d123ff8d1163468f8925525e0af8ae2");
    }

    @Test
    void a_changed_byte_anywhere_is_refused() {
        var file = Examples.bytes(SIGNED);

        assertThat(SignedFile.check(file.flipping(file.length() - 2, 1), SIGNED, flash))
                .isEqualTo(new Verdict.Refused(BAD_SIGNATURE));
        assertThat(SignedFile.check(file.flipping(0x60, 1), SIGNED, flash))
                .isEqualTo(new Verdict.Refused(BAD_SIGNATURE));
        assertThat(SignedFile.check(file.slice(0, 0x50), SIGNED, flash)).isEqualTo(new Verdict.Refused(MALFORMED));
    }

    @Test
    void a_file_bound_to_another_name_is_refused() {
        assertThat(SignedFile.check(Examples.bytes(SIGNED), "SEP000000000001.cnf.xml.sgn", flash))
                .isEqualTo(new Verdict.Refused(OTHER_NAME));
    }

    @Test
    void a_file_signed_by_somebody_without_the_role_is_refused() {
        var token = TestAuthority.named("token-1");
        var server = TestAuthority.named("ccm1");
        flash.eraseTrustLists();
        flash.offerCtl(Optional.of(
                TestFiles.list().with(0, token).with(1, token).with(3, server).signedBy(token)));

        var content = Octets.of("<device/>");

        assertThat(content(SignedFile.check(TestFiles.signedFile("x.sgn", content, server), "x.sgn", flash)))
                .isEqualTo("<device/>");
        assertThat(SignedFile.check(TestFiles.signedFile("x.sgn", content, token), "x.sgn", flash))
                .isEqualTo(new Verdict.Refused(UNKNOWN_SIGNER));
    }

    private static String content(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Verified.class);
        return ((Verdict.Verified) verdict).file().content().text();
    }
}
