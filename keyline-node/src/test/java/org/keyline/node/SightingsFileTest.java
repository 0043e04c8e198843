package org.keyline.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyline.model.device.DeviceName;
import org.keyline.serviceability.posture.DeviceSightings.TrustListFile;
import org.keyline.serviceability.posture.ObservedDevices;
import org.keyline.serviceability.posture.ObservedDevices.TlsSession;

/** What was seen of devices, over restarts. */
class SightingsFileTest {
    private static final Instant NOW = Instant.parse("2026-11-21T20:00:00.123Z");
    private static final DeviceName ALICE = new DeviceName("SEP00DA7A0A11CE");
    private static final DeviceName BOB = new DeviceName("SEP00DA7A000B0B");
    private static final byte[] LIST = {1, 2, 3};

    @TempDir
    private Path data = Path.of("");

    private static ObservedDevices nothing() {
        return new ObservedDevices(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private ObservedDevices afterRestart() throws Exception {
        var observed = nothing();
        SightingsFile.begin(new NodeDirectory(data), observed).close();
        return observed;
    }

    private void aDayOfAliceAndBob() throws Exception {
        var observed = nothing();
        try (var _ = SightingsFile.begin(new NodeDirectory(data), observed)) {
            observed.fetchedTrustList(ALICE, TrustListFile.CTL, new byte[] {9});
            observed.fetchedTrustList(ALICE, TrustListFile.CTL, LIST);
            observed.fetchedTrustList(ALICE, TrustListFile.ITL, LIST);
            observed.registeredOverTls(ALICE, "TLSv1.2", "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256");
            observed.registeredPlainly(BOB);
            observed.fetchedTrustList(BOB, TrustListFile.CTL, LIST);
        }
    }

    @Test
    void a_new_run_knows_what_the_former_saw() throws Exception {
        aDayOfAliceAndBob();
        var observed = afterRestart();
        assertThat(observed.session(ALICE))
                .contains(new TlsSession("TLSv1.2", "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"));
        assertThat(observed.session(BOB)).isEmpty();
        var list = observed.fetched(ALICE, TrustListFile.CTL).orElseThrow();
        assertThat(list.md5()).isEqualTo(ObservedDevices.md5(LIST));
        assertThat(list.sha256()).isEqualTo(ObservedDevices.sha256(LIST));
        assertThat(list.at()).isEqualTo(NOW);
        assertThat(observed.fetched(ALICE, TrustListFile.ITL)).isPresent();
        assertThat(observed.fetched(BOB, TrustListFile.ITL)).isEmpty();
    }

    @Test
    void what_is_new_goes_before_what_was_kept() throws Exception {
        aDayOfAliceAndBob();
        var observed = nothing();
        observed.registeredOverTls(ALICE, "TLSv1.3", "TLS_AES_256_GCM_SHA384");
        SightingsFile.begin(new NodeDirectory(data), observed).close();
        assertThat(afterRestart().session(ALICE)).contains(new TlsSession("TLSv1.3", "TLS_AES_256_GCM_SHA384"));
    }

    @Test
    void a_line_cut_short_by_a_kill_and_nonsense_are_passed_over() throws Exception {
        aDayOfAliceAndBob();
        var file = data.resolve("sightings");
        Files.writeString(file, """
                SEP00DA7A0A11CE TLSv1.2
                no such device name at all here in any case
                SEP00DA7A000003 TLSv1.2 <script> CTL x y z
                SEP00DA7A000004 - - CTL %s %s never
                SEP00DA7A000B0B - - C""".formatted("0".repeat(32), "0".repeat(64)), StandardOpenOption.APPEND);
        var observed = afterRestart();
        assertThat(observed.all()).containsOnlyKeys(ALICE, BOB);
        assertThat(observed.session(ALICE)).isPresent();
        assertThat(observed.fetched(BOB, TrustListFile.CTL)).isPresent();
    }

    @Test
    void a_file_that_cannot_be_read_hinders_no_start() throws Exception {
        Files.createDirectory(data.resolve("sightings"));
        assertThat(afterRestart().all()).isEmpty();
    }

    @Test
    void the_file_is_its_owners_and_does_not_grow_for_ever() throws Exception {
        for (int day = 0; day < 20; day++) {
            aDayOfAliceAndBob();
        }
        var file = data.resolve("sightings");
        assertThat(Files.readAllLines(file)).hasSizeLessThanOrEqualTo(4);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}
