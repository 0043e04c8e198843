package org.keyline.lab.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.keyline.lab.files.Octets;

class TrustListTest {
    private static final Octets EXAMPLE = Examples.bytes("CTLFile.tlv");
    private static final TestAuthority SERVER = TestAuthority.named("ccm1");

    @Test
    void the_worked_example_reads_as_the_sheet_says() throws Exception {
        var list = TrustList.read(EXAMPLE);

        assertThat(list.header().length()).isEqualTo(224);
        assertThat(list.header().major()).isEqualTo(1);
        assertThat(list.header().minor()).isEqualTo(2);
        assertThat(list.header().signatureAt()).isEqualTo(0x46);
        assertThat(list.header().fileName()).isEqualTo("CTLFile.tlv");
        assertThat(list.header().created()).isEqualTo(Instant.parse("2023-11-14T22:13:20Z"));
        assertThat(list.header().signer()).isEqualTo(new Signer(Octets.ofHex("4a01"), "CN=ccm1;O=Lab"));
        assertThat(list.records()).extracting(TrustRecord::role).containsExactly(Role.SAST, Role.CCM_TFTP, Role.CAPF);
        assertThat(list.isIntact()).isTrue();
    }

    @Test
    void a_compact_record_is_known_by_its_digest_and_a_full_one_by_its_certificate() throws Exception {
        var list = TrustList.read(EXAMPLE);
        var server = list.records().get(0).certificate().orElseThrow();

        assertThat(list.records().get(1).certificate()).isEmpty();
        assertThat(list.records().get(1).address()).contains("10.0.0.1");
        assertThat(list.trusts(server, Role::signals)).isTrue();
        assertThat(list.trusts(server, Role.CAPF::equals)).isFalse();
        assertThat(list.trusts(SERVER.certificate(), Role::signals)).isFalse();
    }

    @Test
    void a_list_signed_with_sha_512_is_intact_too() throws Exception {
        assertThat(TrustList.read(TestFiles.list().with(0, SERVER).sha512().signedBy(SERVER))
                        .isIntact())
                .isTrue();
    }

    @Test
    void any_flipped_bit_in_padding_name_or_last_record_byte_breaks_the_signature() throws Exception {
        assertThat(TrustList.read(EXAMPLE.flipping(EXAMPLE.length() - 1, 1)).isIntact())
                .isFalse();
        assertThat(TrustList.read(EXAMPLE.flipping(0xcc, 1)).isIntact()).isFalse();
        assertThat(TrustList.read(EXAMPLE.flipping(0x49, 1)).isIntact()).isFalse();
        assertMalformed(EXAMPLE.flipping(0xdf, 1));
    }

    @Test
    void a_list_without_a_record_for_its_signer_is_malformed() {
        assertMalformed(TestFiles.list().with(1, SERVER).signedBy(SERVER));
    }

    @Test
    void lengths_that_run_past_their_container_are_malformed() {
        assertMalformed(EXAMPLE.flipping(0x08, 0x40));
        assertMalformed(EXAMPLE.flipping(0xe3, 0x40));
        assertMalformed(EXAMPLE.flipping(0xe6, 0x40));
        assertMalformed(Octets.empty());
        assertMalformed(Octets.of(new byte[70_000]));
    }

    /** A record's worth of zeros is no key: whatever a file says, the reader answers with its own exception. */
    @Property(tries = 500)
    void every_truncation_is_refused_or_ends_at_a_record(@ForAll @IntRange(max = 2148) int length) {
        try {
            TrustList.read(EXAMPLE.slice(0, length));
            assertThat(length).isIn(0xe0 + 776, 0x555);
        } catch (MalformedFile expected) {
            assertThat(expected.getMessage()).isNotBlank();
        }
    }

    @Property(tries = 1000)
    void no_change_of_bytes_makes_the_reader_throw_anything_else(
            @ForAll @IntRange(max = 2148) int at, @ForAll @IntRange(min = 1, max = 255) int mask) {
        try {
            assertThat(TrustList.read(EXAMPLE.flipping(at, mask)).records()).isNotEmpty();
        } catch (MalformedFile expected) {
            assertThat(expected.getMessage()).isNotBlank();
        }
    }

    @Property(tries = 1000)
    void random_bytes_are_refused(@ForAll @Size(max = 300) byte[] bytes) {
        assertMalformed(Octets.of(bytes));
    }

    private static void assertMalformed(Octets file) {
        assertThatThrownBy(() -> TrustList.read(file)).isInstanceOf(MalformedFile.class);
    }
}
