package org.keyline.tftp.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyline.model.device.Phone;
import org.keyline.model.security.DeviceSecurityMode;
import org.keyline.tftp.Cluster;
import org.keyline.trust.certificate.CertificatePurpose;

/** Files that are signed before phones ask for them. */
class SigningAheadTest {
    private static final int PHONES = 40;

    @TempDir
    private Path data = Path.of("");

    private final CountingClock signatures = new CountingClock();

    /** Each signature takes the time once. */
    private static final class CountingClock extends Clock {
        private final AtomicInteger asked = new AtomicInteger();

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            asked.incrementAndGet();
            return Cluster.NOW;
        }
    }

    private Cluster cluster() throws Exception {
        var cluster = new Cluster(data);
        IntStream.range(0, PHONES).forEach(index -> cluster.with(phone(index)));
        return cluster;
    }

    private static Phone phone(int index) {
        return Cluster.phone(name(index), Cluster.MODEL_7962, DeviceSecurityMode.NON_SECURE);
    }

    private static String name(int index) {
        return String.format("SEP00112233%04X", index);
    }

    @BeforeEach
    void nothingIsSignedYet() {
        assertThat(signatures.asked).hasValue(0);
    }

    @Test
    void after_the_cluster_is_mixed_every_phone_finds_its_signed_file_ready() throws Exception {
        var cluster = cluster();
        var files = cluster.files(signatures);
        try (var _ = files.signAhead()) {
            cluster.mixed().announce();
            assertThat(signatures.asked).hasValue(PHONES);
            for (var index = 0; index < PHONES; index++) {
                assertThat(files.find(name(index) + ".cnf.xml.sgn", InetAddress.getLoopbackAddress()))
                        .isPresent();
            }
            assertThat(signatures.asked).hasValue(PHONES);
        }
    }

    @Test
    void without_caching_they_lie_ready_on_the_disk() throws Exception {
        var cluster = cluster().set("tftp.cachingEnabled", "false");
        try (var _ = cluster.files(signatures).signAhead()) {
            cluster.mixed().announce();
            try (var saved = Files.list(data.resolve("state").resolve("signed"))) {
                assertThat(saved).hasSize(PHONES);
            }
        }
    }

    @Test
    void a_change_of_one_phone_leaves_its_file_until_it_asks() throws Exception {
        var cluster = cluster().mixed();
        try (var _ = cluster.files(signatures).signAhead()) {
            cluster.with(Cluster.phone(name(0), Cluster.MODEL_7962, DeviceSecurityMode.ENCRYPTED))
                    .announce();
            assertThat(signatures.asked).hasValue(0);
        }
    }

    @Test
    void another_digest_signs_them_all_again_and_the_same_change_twice_only_once() throws Exception {
        var cluster = cluster();
        try (var _ = cluster.files(signatures).signAhead()) {
            cluster.mixed().announce();
            cluster.set("tftp.signatureDigest", "SHA512").announce();
            cluster.announce();
            assertThat(signatures.asked).hasValue(2 * PHONES);
        }
    }

    @Test
    void nothing_is_signed_when_the_cluster_goes_back_to_non_secure() throws Exception {
        var cluster = cluster().mixed();
        try (var _ = cluster.files(signatures).signAhead()) {
            cluster.set("enterprise.clusterSecurityMode", "NON_SECURE").announce();
            assertThat(signatures.asked).hasValue(0);
        }
    }

    @Test
    void a_newer_change_ends_the_work_for_the_older_one() throws Exception {
        var cluster = cluster();
        var files = cluster.files(signatures);
        try (var _ = files.signAhead()) {
            var old = cluster.mixed().current();
            var ahead = new SigningAhead(cluster, (_, _) -> keptBytes(signatures.asked), Long.MAX_VALUE);
            cluster.announce();
            int before = signatures.asked.get();
            ahead.accept(old);
            assertThat(signatures.asked).hasValue(before);
        }
    }

    @Test
    void no_more_is_made_than_can_be_kept() throws Exception {
        var cluster = cluster();
        var made = new AtomicInteger();
        var ahead = new SigningAhead(cluster, (_, _) -> keptBytes(made), 10_500);

        ahead.accept(cluster.mixed().current());
        assertThat(made).as("ten fit, the eleventh did not").hasValue(11);

        ahead.accept(cluster.current());
        assertThat(made).as("the same once more would only begin anew").hasValue(11);
    }

    private static long keptBytes(AtomicInteger made) {
        made.incrementAndGet();
        return 1_000;
    }

    @Test
    void both_forms_of_an_encrypted_phone_are_ready() throws Exception {
        var phone = Cluster.phone(name(0), Cluster.MODEL_7962, DeviceSecurityMode.ENCRYPTED);
        var cluster = new Cluster(data).with(phone).set("tftp.encryptedConfiguration", "true");
        cluster.knows(name(0), cluster.certificates().of(CertificatePurpose.TVS).certificate());
        var files = cluster.files(signatures);
        try (var _ = files.signAhead()) {
            cluster.mixed().announce();
            assertThat(signatures.asked).hasValue(2);
            files.find(name(0) + ".cnf.xml.sgn", InetAddress.getLoopbackAddress());
            assertThat(files.find(name(0) + ".cnf.xml.enc.sgn", InetAddress.getLoopbackAddress()))
                    .isPresent();
            assertThat(signatures.asked).hasValue(2);
        }
    }
}
