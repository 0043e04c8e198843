package org.keyline.trust.certificate;

import java.security.InvalidAlgorithmParameterException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Optional;

/** The kinds of key pairs that phones and servers use. */
public enum KeyType {
    /** 512 bits: broken since 1999; only for a 7940 or 7960 whose administrator asks for it. */
    RSA_512("RSA", 512, ""),
    /** 1024 bits: for phones of the 79xx generation only. */
    RSA_1024("RSA", 1024, ""),
    /** 2048 bits: what all phones since the 7941 know. */
    RSA_2048("RSA", 2048, ""),
    /** 3072 bits: newest phones only. */
    RSA_3072("RSA", 3072, ""),
    /** 4096 bits: newest phones only. */
    RSA_4096("RSA", 4096, ""),
    /** The curve P-256. */
    EC_P256("EC", 256, "secp256r1"),
    /** The curve P-384. */
    EC_P384("EC", 384, "secp384r1"),
    /** The curve P-521. */
    EC_P521("EC", 521, "secp521r1");

    private final String algorithm;
    private final int bits;
    private final String curve;

    KeyType(String algorithm, int bits, String curve) {
        this.algorithm = algorithm;
        this.bits = bits;
        this.curve = curve;
    }

    /** The modulus length of an RSA key, or the field length of a curve, in bits. */
    public int bits() {
        return bits;
    }

    /** Whether keys of this type are RSA keys; otherwise they are elliptic-curve keys. */
    public boolean isRsa() {
        return curve.isEmpty();
    }

    /** The RSA type of {@code bits}, or empty when there is none. */
    public static Optional<KeyType> rsa(int bits) {
        return Arrays.stream(values())
                .filter(type -> type.isRsa() && type.bits == bits)
                .findFirst();
    }

    /** The type of {@code key}, or empty for a key of another size, curve or algorithm. */
    public static Optional<KeyType> of(PublicKey key) {
        return switch (key) {
            case RSAPublicKey rsa -> rsa(rsa.getModulus().bitLength());
            case ECPublicKey ec ->
                Arrays.stream(values())
                        .filter(type -> !type.isRsa() && type.hasCurveOf(ec))
                        .findFirst();
            default -> Optional.empty();
        };
    }

    /** Makes a new key pair. */
    public KeyPair generate() {
        try {
            var generator = KeyPairGenerator.getInstance(algorithm);
            if (isRsa()) {
                generator.initialize(bits);
            } else {
                generator.initialize(new ECGenParameterSpec(curve));
            }
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException | InvalidAlgorithmParameterException e) {
            throw new IllegalStateException("This Java runtime cannot make keys of type " + this, e);
        }
    }

    private boolean hasCurveOf(ECPublicKey key) {
        return NamedCurves.parameters(curve)
                .filter(NamedCurves.sameAs(key.getParams()))
                .isPresent();
    }
}
