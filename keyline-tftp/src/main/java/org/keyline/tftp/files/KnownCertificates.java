package org.keyline.tftp.files;

import java.security.cert.X509Certificate;
import java.util.Optional;
import org.keyline.model.device.DeviceName;

/** The certificates of phones, as far as the node has learnt them through CAPF. */
@FunctionalInterface
public interface KnownCertificates {
    /** The phone's LSC, or its MIC when it has no LSC. May block. */
    Optional<X509Certificate> of(DeviceName phone);
}
