package org.keyline.trust.certificate;

import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.util.Optional;
import java.util.function.Predicate;

/** Compares curves by their numbers; a key that names no curve may still lie on a known one, or only pretend to. */
final class NamedCurves {
    private NamedCurves() {}

    static Optional<ECParameterSpec> parameters(String curve) {
        try {
            var parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec(curve));
            return Optional.of(parameters.getParameterSpec(ECParameterSpec.class));
        } catch (GeneralSecurityException unknownHere) {
            return Optional.empty();
        }
    }

    static Predicate<ECParameterSpec> sameAs(ECParameterSpec other) {
        return curve -> curve.getCurve().equals(other.getCurve())
                && curve.getGenerator().equals(other.getGenerator())
                && curve.getOrder().equals(other.getOrder())
                && curve.getCofactor() == other.getCofactor();
    }
}
