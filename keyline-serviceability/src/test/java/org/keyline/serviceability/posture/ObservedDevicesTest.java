package org.keyline.serviceability.posture;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.keyline.model.device.DeviceName;
import org.keyline.serviceability.posture.DeviceSightings.TrustListFile;
import org.keyline.serviceability.posture.ObservedDevices.FetchedList;
import org.keyline.serviceability.posture.ObservedDevices.TlsSession;

class ObservedDevicesTest {
    private static final DeviceName PHONE = new DeviceName("SEP001122334455");
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final ObservedDevices observed = new ObservedDevices(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void the_newest_of_each_is_kept_beside_the_others() {
        observed.registeredOverTls(PHONE, "TLSv1.2", "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256");
        observed.fetchedTrustList(PHONE, TrustListFile.CTL, "old".getBytes(US_ASCII));
        observed.fetchedTrustList(PHONE, TrustListFile.CTL, "abc".getBytes(US_ASCII));

        assertThat(observed.session(PHONE))
                .contains(new TlsSession("TLSv1.2", "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"));
        assertThat(observed.fetched(PHONE, TrustListFile.CTL))
                .contains(new FetchedList(
                        "900150983cd24fb0d6963f7d28e17f72",
                        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                        NOW));
        assertThat(observed.fetched(PHONE, TrustListFile.ITL)).isEmpty();
    }

    @Test
    void a_registration_without_tls_has_no_session() {
        observed.registeredOverTls(PHONE, "TLSv1.2", "X");
        observed.registeredPlainly(PHONE);

        assertThat(observed.session(PHONE)).isEmpty();
    }

    @Test
    void of_too_many_the_longest_unseen_is_forgotten() {
        observed.registeredOverTls(PHONE, "TLSv1.2", "X");
        for (int i = 0; i < 100_000; i++) {
            observed.registeredPlainly(new DeviceName("SEP%012X".formatted(i)));
        }

        assertThat(observed.session(PHONE)).isEmpty();
    }
}
