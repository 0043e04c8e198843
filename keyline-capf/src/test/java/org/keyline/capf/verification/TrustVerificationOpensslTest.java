package org.keyline.capf.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyline.transport.EventLoops;
import org.keyline.trust.certificate.CertificatePurpose;
import org.keyline.trust.certificate.Certificates;
import org.keyline.trust.certificate.NodeCertificates;
import org.keyline.trust.certificate.NodeIdentity;
import org.keyline.trust.tls.LegacyAlgorithms;
import org.keyline.trust.tls.TlsProfile;
import org.keyline.trust.trustlist.ItlFile;
import org.keyline.trust.trustlist.Role;
import org.keyline.trust.trustlist.ServerName;
import org.keyline.trust.trustlist.TrustListReader;
import org.keyline.trust.trustlist.TrustListVariant;
import org.keyline.trust.trustlist.VerificationTable;

/** The conformance checks of the TVS sheet, section 6, with {@code openssl s_client} as the phone. */
class TrustVerificationOpensslTest {
    static {
        LegacyAlgorithms.enable();
    }

    private static final String[] OLD_PHONE = {"-tls1", "-cipher", "AES128-SHA:@SECLEVEL=0"};
    private static final String[] NEW_PHONE = {"-tls1_2"};

    @TempDir
    private Path folder;

    private final EventLoops loops = EventLoops.start(2);
    private final List<String> alarms = new CopyOnWriteArrayList<>();
    private final NodeIdentity node = new NodeIdentity("cm1", List.of(), "Lab");

    @SuppressWarnings("NullAway.Init") // made before each test
    private volatile VerificationTable table;

    @SuppressWarnings("NullAway.Init") // made before each test
    private NodeCertificates certificates;

    private Optional<TrustVerificationService> service = Optional.empty();

    @BeforeEach
    void makeCertificates() throws IOException {
        certificates = NodeCertificates.openOrCreate(folder.resolve("certificates"), node);
        table = Example.table();
    }

    @AfterEach
    void stop() {
        service.ifPresent(TrustVerificationService::stop);
        loops.close();
    }

    private TrustVerificationService starts(TlsProfile profile, int fromAddress, Duration patience) throws IOException {
        var started = new TrustVerificationService(
                () -> new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                new TrustVerificationService.Network(
                        loops, (alarm, parameters) -> alarms.add(alarm.name() + parameters), fromAddress, patience),
                () -> certificates.of(CertificatePurpose.TVS),
                profile,
                new Verifier(() -> table, () -> Duration.ofDays(1)));
        started.start();
        service = Optional.of(started);
        return started;
    }

    private TrustVerificationService starts() throws IOException {
        return starts(TlsProfile.MODERN, 100, TrustVerificationService.PATIENCE);
    }

    @Test
    void an_old_phone_is_shown_the_certificate_that_the_itl_has_under_role_21() throws Exception {
        starts(TlsProfile.LEGACY_PHONE, 100, TrustVerificationService.PATIENCE);
        var itl = TrustListReader.read(
                ItlFile.build(certificates, ServerName.none(), TrustListVariant.OLD_PHONES, java.time.Instant.now())
                        .bytes());
        var listed = itl.with(Role.TVS).findFirst().orElseThrow().x509().orElseThrow();

        var shown = openssl("", OLD_PHONE).shownCertificate();
        var fingerprint = command(shown, "openssl", "x509", "-noout", "-fingerprint", "-sha1");

        assertThat(fingerprint.replace(":", "").toLowerCase(java.util.Locale.ROOT))
                .contains(HexFormat.of().formatHex(Certificates.digest("SHA-1", Certificates.der(listed))));
    }

    @Test
    void requests_piped_through_openssl_get_the_answers_of_the_sheet() throws Exception {
        starts();
        var changed = Example.verify();
        changed[changed.length - 1] ^= 1;

        assertThat(asks(Example.verify(), 26)).isEqualTo(Example.verified());
        assertThat(asks(changed, 14)).isEqualTo(Example.notVerified());
        assertThat(asks(Example.query(), 464)).isEqualTo(Example.found());
        assertThat(asks(Example.queryExchanged(), 464))
                .as("tags 4 and 5 exchanged")
                .isEqualTo(Example.found());
    }

    @Test
    void an_old_phone_gets_its_answer_over_tls_1_0_in_one_record() throws Exception {
        starts(TlsProfile.LEGACY_PHONE, 100, TrustVerificationService.PATIENCE);
        try (var phone = openssl("-quiet", OLD_PHONE)) {
            phone.says(Example.verify());
            assertThat(phone.hears(26)).isEqualTo(Example.verified());
        }
    }

    @Test
    void a_request_id_of_ones_is_echoed_and_the_reserved_byte_ignored() throws Exception {
        starts();
        var request = Example.verify();
        request[3] = 0x55;
        Arrays.fill(request, 4, 8, (byte) 0xff);
        var expected = Example.verified();
        Arrays.fill(expected, 4, 8, (byte) 0xff);
        assertThat(asks(request, 26)).isEqualTo(expected);
    }

    @Test
    void the_certificate_of_a_query_is_read_by_openssl() throws Exception {
        starts();
        var answer = asks(Example.query(), 464);
        var der = Arrays.copyOfRange(answer, 17, 17 + 0x1b3);
        var text = command(der, "openssl", "x509", "-inform", "DER", "-noout", "-serial", "-issuer");
        assertThat(text).contains("serial=4A01").containsPattern("CN ?= ?ccm1");
    }

    @Test
    void what_is_malformed_closes_its_connection_and_no_other() throws Exception {
        starts();
        try (var other = openssl("-quiet", NEW_PHONE)) {
            other.says(Example.verify());
            assertThat(other.hears(26)).isEqualTo(Example.verified());
            for (var nonsense : List.of(
                    "56010100 00000001 0004 02000130",
                    "57020100 00000001 0004 02000130",
                    "57010100 00000001 0000",
                    "57010100 00000001 ffff 02000130",
                    "57010100 00000001 0013 010010 01534550303031313232333334343535")) {
                try (var phone = openssl("-quiet", NEW_PHONE)) {
                    phone.says(Example.bytes(nonsense));
                    assertThat(phone.output.readAllBytes()).as(nonsense).isEmpty();
                }
            }
            other.says(Example.query());
            assertThat(other.hears(464))
                    .as("the second request of one connection")
                    .isEqualTo(Example.found());
        }
        assertThat(alarms).anyMatch(alarm -> alarm.startsWith("ProtocolViolation"));
    }

    @Test
    void every_role_of_every_record_of_the_itl_is_answered_the_same() throws Exception {
        starts();
        table = VerificationTable.of(certificates);
        var itl = TrustListReader.read(
                ItlFile.build(certificates, ServerName.none(), TrustListVariant.OLD_PHONES, java.time.Instant.now())
                        .bytes());
        for (var record : itl.records()) {
            var der = record.certificate().orElseThrow().bytes();
            var roles = itl.records().stream()
                    .filter(other -> other.certificate().equals(record.certificate()))
                    .map(other -> other.role().number())
                    .sorted()
                    .toList();
            try (var phone = openssl("-quiet", NEW_PHONE)) {
                phone.says(verifyRequest(der));
                var answer = phone.hears(10 + 4 + 3 + roles.size() + 7);
                assertThat(answer[13]).as(record.subjectName()).isZero();
                var answered = new ArrayList<Integer>();
                for (var index = 0; index < roles.size(); index++) {
                    answered.add((int) answer[17 + index]);
                }
                assertThat(answered).as(record.subjectName()).isEqualTo(roles);
            }
        }
    }

    @Test
    void a_withdrawn_certificate_is_unknown_at_once() throws Exception {
        starts();
        assertThat(asks(Example.verify(), 26)).isEqualTo(Example.verified());
        table = VerificationTable.of(List.of());
        assertThat(asks(Example.verify(), 14)).isEqualTo(Example.notVerified());
    }

    @Test
    void an_address_has_only_so_many_connections() throws Exception {
        starts(TlsProfile.MODERN, 2, Duration.ofSeconds(60));
        try (var first = openssl("-quiet", NEW_PHONE);
                var second = openssl("-quiet", NEW_PHONE)) {
            for (var phone : List.of(first, second)) {
                phone.says(Example.verify());
                phone.hears(26);
            }
            try (var third = openssl("-quiet", NEW_PHONE)) {
                assertThat(third.output.readAllBytes()).isEmpty();
            }
        }
        assertThat(alarms).anyMatch(alarm -> alarm.startsWith("ConnectionLimitReached"));
    }

    @Test
    void a_phone_that_asks_nothing_more_is_closed() throws Exception {
        starts(TlsProfile.MODERN, 2, Duration.ofSeconds(3));
        try (var phone = openssl("-quiet", NEW_PHONE)) {
            phone.says(Example.verify());
            phone.hears(26);
            assertThat(phone.output.readAllBytes()).isEmpty();
        }
    }

    private static byte[] verifyRequest(byte[] der) {
        var body = "02" + "%04x".formatted(der.length) + HexFormat.of().formatHex(der);
        return Example.bytes("57010100 00000001" + "%04x".formatted(body.length() / 2) + body);
    }

    private byte[] asks(byte[] request, int length) throws Exception {
        try (var phone = openssl("-quiet", NEW_PHONE)) {
            phone.says(request);
            return phone.hears(length);
        }
    }

    private OpensslPhone openssl(String quiet, String... options) throws IOException {
        var address = Objects.requireNonNull(service.orElseThrow().address());
        var command = new ArrayList<>(List.of("openssl", "s_client", "-connect", "127.0.0.1:" + address.getPort()));
        if (!quiet.isEmpty()) {
            command.add(quiet);
        }
        command.addAll(List.of(options));
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new OpensslPhone(process, process.getInputStream());
    }

    private static String command(byte[] input, String... command) throws IOException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var in = process.getOutputStream()) {
            in.write(input);
        }
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private record OpensslPhone(Process process, InputStream output) implements AutoCloseable {
        void says(byte[] request) throws IOException {
            process.getOutputStream().write(request);
            process.getOutputStream().flush();
        }

        byte[] hears(int length) throws IOException {
            var bytes = output.readNBytes(length);
            assertThat(bytes).as("an answer of %s bytes", length).hasSize(length);
            return bytes;
        }

        /** The handshake alone, and the certificate in what openssl says of it. */
        byte[] shownCertificate() throws IOException {
            process.getOutputStream().close();
            return output.readAllBytes();
        }

        @Override
        public void close() {
            process.destroy();
        }
    }
}
