package org.keyline.trust.trustlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.keyline.trust.certificate.KeyMaterial;
import org.keyline.trust.sheet.Sheet;
import org.keyline.trust.signing.Signer;

class TrustListPropertyTest {
    private static final KeyMaterial SIGNER = Sheet.signer();

    @Property(tries = 100)
    void what_is_written_is_read_again(
            @ForAll("records") List<TrustListRecord> servers,
            @ForAll TrustListVariant variant,
            @ForAll TrustListKind kind,
            @ForAll @LongRange(max = 0xffffffffL) long created)
            throws Exception {
        var records =
                new ArrayList<>(List.of(TrustListRecord.full(Role.SAST, SIGNER.certificate(), ServerName.none())));
        records.addAll(servers);

        var written =
                new TrustListWriter(kind, variant).write(records, Signer.of(SIGNER), Instant.ofEpochSecond(created));
        var read = TrustListReader.read(written.bytes());

        assertThat(read).isEqualTo(written);
        assertThat(read.records()).isEqualTo(records);
        assertThat(read.header().created()).isEqualTo(Instant.ofEpochSecond(created));
        assertThat(read.integrity()).isInstanceOf(TrustList.Integrity.Intact.class);
        assertThat(read.header().length() % 4).isZero();
    }

    @Provide
    Arbitrary<List<TrustListRecord>> records() {
        var roles = Arbitraries.of(Role.CCM, Role.CCM_TFTP, Role.TFTP, Role.CAPF, Role.APPLICATION_SERVER, Role.TVS);
        var certificates = Arbitraries.of(SIGNER.certificate(), Sheet.phone().certificate());
        var servers = Combinators.combine(Arbitraries.strings().alpha().ofMaxLength(64), Arbitraries.integers())
                .as((name, address) -> new ServerName(name, address(address)));
        var full = Combinators.combine(roles, certificates, servers).as(TrustListRecord::full);
        var empty = Combinators.combine(roles, servers).as(TrustListRecord::withoutCertificate);
        return Arbitraries.oneOf(full, empty).list().ofMaxSize(30);
    }

    private static Inet4Address address(int number) {
        return (Inet4Address) InetAddress.ofLiteral(
                "%d.%d.%d.%d".formatted(number >>> 24, (number >>> 16) & 0xff, (number >>> 8) & 0xff, number & 0xff));
    }
}
