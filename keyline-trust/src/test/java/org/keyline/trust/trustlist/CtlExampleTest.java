package org.keyline.trust.trustlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.keyline.spec.Spec;
import org.keyline.trust.sheet.Sheet;
import org.keyline.trust.signing.Signer;

/** The worked example of the trust-list sheet, section 10. */
class CtlExampleTest {
    private static final Instant CREATED = Instant.parse("2023-11-14T22:13:20Z");

    @Test
    void the_example_is_rebuilt_bit_for_bit() throws Exception {
        var example = Sheet.ctl();

        var rebuilt = new TrustListWriter(TrustListKind.CTL, TrustListVariant.OLD_PHONES)
                .write(example.records(), Signer.of(Sheet.signer()), CREATED);

        assertThat(rebuilt.bytes()).isEqualTo(Sheet.file("CTLFile.tlv"));
    }

    @Test
    void the_example_reads_as_the_sheet_says() throws Exception {
        var list = Sheet.ctl();

        assertThat(list.header().length()).isEqualTo(224);
        assertThat(list.header().fileName()).isEqualTo("CTLFile.tlv");
        assertThat(list.header().signerName()).isEqualTo("CN=ccm1;O=Lab");
        assertThat(list.header().created()).isEqualTo(CREATED);
        assertThat(list.records())
                .extracting(TrustListRecord::role)
                .containsExactly(Role.SAST, Role.CCM_TFTP, Role.CAPF);
        var sha1 = MessageDigest.getInstance("SHA-1").digest(list.header().signedBytes(list.bytes()));
        assertThat(HexFormat.of().formatHex(sha1)).isEqualTo("de6c3bdcf2332f0cfc66c28a59d6abcc45b59290");
        assertThat(list.integrity()).isInstanceOf(TrustList.Integrity.Intact.class);
    }

    @Test
    @Spec("CTL3-07")
    void a_full_record_made_of_the_certificate_is_the_one_in_the_example() throws Exception {
        var record = Sheet.ctl().with(Role.CAPF).findFirst().orElseThrow();
        var server =
                new ServerName(record.dnsName().orElseThrow(), record.address().orElseThrow());

        assertThat(TrustListRecord.full(Role.CAPF, record.x509().orElseThrow(), server))
                .isEqualTo(record);
    }
}
