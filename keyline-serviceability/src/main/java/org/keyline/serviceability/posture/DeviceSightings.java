package org.keyline.serviceability.posture;

import org.keyline.model.device.DeviceName;

/** Where services note what they see of a device. Never blocks; safe from any thread. */
public interface DeviceSightings {
    /** Notes nothing. */
    DeviceSightings NONE = new DeviceSightings() {
        @Override
        public void registeredOverTls(DeviceName device, String protocol, String cipherSuite) {}

        @Override
        public void registeredPlainly(DeviceName device) {}

        @Override
        public void fetchedTrustList(DeviceName device, TrustListFile list, byte[] content) {}
    };

    /**
     * The device registered over TLS.
     *
     * @param protocol its version as JSSE names it, for example {@code TLSv1.2}
     * @param cipherSuite the suite in its JSSE name
     */
    void registeredOverTls(DeviceName device, String protocol, String cipherSuite);

    /** The device registered without TLS. */
    void registeredPlainly(DeviceName device);

    /** The device was given this trust list. {@code content} is not changed and not kept. */
    void fetchedTrustList(DeviceName device, TrustListFile list, byte[] content);

    /** The trust lists of phones. */
    enum TrustListFile {
        CTL,
        ITL
    }
}
