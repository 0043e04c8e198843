package org.keyline.trust.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.HexFormat;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistinguishedNameTextTest {
    @Test
    void attributes_stand_in_one_order_whatever_that_of_the_certificate() {
        var text = "CN=ccm1;OU=Voice;O=Lab;L=Tokyo;ST=Tokyo;C=JP";

        assertThat(DistinguishedNameText.of(new X500Principal("CN=ccm1, OU=Voice, O=Lab, L=Tokyo, ST=Tokyo, C=JP")))
                .isEqualTo(text);
        assertThat(DistinguishedNameText.of(new X500Principal("C=JP, ST=Tokyo, L=Tokyo, O=Lab, OU=Voice, CN=ccm1")))
                .isEqualTo(text);
    }

    @Test
    void several_units_stay_in_their_order_and_others_come_last() throws Exception {
        var name = new X500NameBuilder()
                .addRDN(BCStyle.SERIALNUMBER, "SN:1")
                .addRDN(BCStyle.OU, "one")
                .addRDN(BCStyle.OU, "two")
                .addRDN(BCStyle.CN, "x")
                .build();

        assertThat(DistinguishedNameText.of(new X500Principal(name.getEncoded())))
                .isEqualTo("CN=x;OU=one;OU=two;SERIALNUMBER=SN:1");
    }

    @Test
    void a_value_cannot_imitate_another_name() throws Exception {
        var name = new X500NameBuilder().addRDN(BCStyle.CN, "x;O=Lab\\\0y").build();

        assertThat(DistinguishedNameText.of(new X500Principal(name.getEncoded())))
                .isEqualTo("CN=x\\;O=Lab\\\\\\00y");
        assertThat(DistinguishedNameText.of(new X500Principal(""))).isEmpty();
        assertThat(DistinguishedNameText.commonName(new X500Principal("O=Lab"))).isEmpty();
    }

    @Test
    void a_malformed_name_is_its_bytes() {
        var notUtf8 = "300d310b300906035504030c02c328";
        var name = new X500Principal(HexFormat.of().parseHex(notUtf8));

        assertThat(DistinguishedNameText.of(name)).isEqualTo("#" + notUtf8);
        assertThat(DistinguishedNameText.commonName(name)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"4a01, 4a01", "8f01, 8f01", "00ff, ff", "0, 00", "0100, 0100"})
    void serial_numbers_have_no_leading_zero(String serial, String bytes) {
        assertThat(SerialNumbers.magnitude(new BigInteger(serial, 16)))
                .asHexString()
                .isEqualToIgnoringCase(bytes);
    }

    @Test
    void random_serials_are_positive_and_at_most_16_bytes() {
        for (var i = 0; i < 100; i++) {
            assertThat(SerialNumbers.random().signum()).isPositive();
            assertThat(SerialNumbers.random().toByteArray()).hasSizeLessThanOrEqualTo(16);
        }
    }
}
