package org.keyline.web.posture;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.keyline.config.certificates.PhoneCertificate;
import org.keyline.model.device.Phone;
import org.keyline.model.security.DeviceSecurityMode;
import org.keyline.processing.view.RegisteredDevice;
import org.keyline.serviceability.posture.ObservedDevices.FetchedList;
import org.keyline.serviceability.posture.ObservedDevices.TlsSession;

/**
 * How secure a device is.
 *
 * @param phone the device
 * @param asked the mode asked for: its own, or the system default
 * @param registered its registration, when it has one
 * @param finding why it is less secure than asked
 * @param certificate the certificate it uses: its LSC, else its MIC
 * @param session how its registration is secured, or its last one was
 * @param ctl the CTL file it was given last
 * @param itl the ITL file it was given last
 * @param hasOldList whether that CTL file was replaced since
 * @param hasShortKey whether its certificate has an RSA key below 2048 bits, or CAPF is told to have it make one
 */
public record DevicePosture(
        Phone phone,
        DeviceSecurityMode asked,
        Optional<RegisteredDevice> registered,
        Finding finding,
        Optional<PhoneCertificate> certificate,
        Optional<TlsSession> session,
        Optional<FetchedList> ctl,
        Optional<FetchedList> itl,
        boolean hasOldList,
        boolean hasShortKey) {
    private static final Duration SOON = Duration.ofDays(90);

    /** Whether its certificate ends before this moment. */
    public boolean isExpired(Instant now) {
        return certificate.filter(one -> one.notAfter().isBefore(now)).isPresent();
    }

    /** Whether its certificate ends within 90 days, and has not ended. */
    public boolean isExpiring(Instant now) {
        return !isExpired(now)
                && certificate
                        .filter(one -> one.notAfter().isBefore(now.plus(SOON)))
                        .isPresent();
    }
}
