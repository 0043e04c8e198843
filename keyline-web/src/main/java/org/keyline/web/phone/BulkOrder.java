package org.keyline.web.phone;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.keyline.model.schema.Form;
import org.keyline.model.schema.Kinds;
import org.keyline.model.schema.Problem;
import org.keyline.model.security.CapfSettings.AuthenticationMode;
import org.keyline.model.security.CapfSettings.CertificateOperation;

/**
 * A certificate operation for many phones (spec CAPF-069).
 *
 * @param texts the fields all phones get, as entered: operation, authentication mode, key size, deadline
 * @param reset whether each phone is reset afterwards, so that it goes to CAPF at once
 */
public record BulkOrder(Map<String, String> texts, boolean reset) {
    /** The fields an order may set. */
    public static final List<String> FIELDS =
            List.of("certificateOperation", "authenticationMode", "keySize", "operationCompletesBy");

    public BulkOrder {
        texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    }

    /** What is wrong with the fields themselves. */
    public List<Problem> problems() {
        return Form.read(Kinds.PHONE, "", texts).problems();
    }

    /** What CAPF shall do, when that is one of its operations. */
    public CertificateOperation operation() {
        return CertificateOperation.valueOf(
                texts.getOrDefault("certificateOperation", CertificateOperation.NO_PENDING_OPERATION.name()));
    }

    /** Whether each phone needs a string of its own. */
    boolean needsStrings() {
        return operation() != CertificateOperation.NO_PENDING_OPERATION
                && AuthenticationMode.BY_AUTHENTICATION_STRING.name().equals(texts.get("authenticationMode"));
    }

    /** Whether only phones with a certificate can do it (spec CAPF-057). */
    boolean needsCertificate() {
        return operation() == CertificateOperation.DELETE || operation() == CertificateOperation.TROUBLESHOOT;
    }
}
