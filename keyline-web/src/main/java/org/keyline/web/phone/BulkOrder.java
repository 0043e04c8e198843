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
 * What shall be done with many phones (spec CAPF-069, PH-018, PH-030, PH-038).
 *
 * @param action what kind of thing
 * @param texts the fields all phones get, as entered
 * @param reset whether each phone is reset afterwards, so that it goes by the change at once
 */
public record BulkOrder(Action action, Map<String, String> texts, boolean reset) {
    /** The fields a certificate operation sets. */
    public static final List<String> FIELDS =
            List.of("certificateOperation", "authenticationMode", "keySize", "operationCompletesBy");

    private static final String MODE = "securityMode";

    /** What can be done with many phones. */
    public enum Action {
        /** A certificate operation. */
        CERTIFICATES,
        /** The Device Security Mode. */
        MODE,
        /** Each is reset. */
        RESET,
        /** Each is taken out of the configuration. */
        DELETE;

        /** The fields of a phone it sets. */
        public List<String> fields() {
            return switch (this) {
                case CERTIFICATES -> FIELDS;
                case MODE -> List.of(BulkOrder.MODE);
                case RESET, DELETE -> List.of();
            };
        }
    }

    public BulkOrder {
        texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    }

    /** A certificate operation. */
    public BulkOrder(Map<String, String> texts, boolean reset) {
        this(Action.CERTIFICATES, texts, reset);
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

    /** The Device Security Mode all phones get; empty where that is not what is done. */
    public String mode() {
        return texts.getOrDefault(MODE, "");
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
