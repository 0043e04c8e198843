package org.keyline.capf.operation;

import java.security.cert.X509Certificate;
import java.util.Map;
import org.keyline.model.device.DeviceName;
import org.keyline.model.security.CapfSettings.CertificateOperation;
import org.keyline.trust.lsc.CertificateKind;

/**
 * Where the ends of operations are written down: operation status, no operation pending any more, the authentication
 * string gone, certificates recorded. All methods block, and fail with an exception when nothing was written.
 */
public interface Outcomes {
    /** The phone has this LSC. */
    void installed(DeviceName device, X509Certificate lsc);

    /** The phone has no LSC any more. */
    void deleted(DeviceName device);

    /** The phone has these certificates, and no others. */
    void fetched(DeviceName device, Map<CertificateKind, X509Certificate> found);

    /** The operation failed and is not tried again; {@code cause} is told with the status, or empty. */
    void failed(DeviceName device, CertificateOperation operation, String cause);
}
