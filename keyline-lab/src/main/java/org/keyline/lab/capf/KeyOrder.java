package org.keyline.lab.capf;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;

/** The key the server wants the phone to make. */
public sealed interface KeyOrder {
    /** An RSA key. */
    record Rsa(int bits) implements KeyOrder {}

    /** A key on a NIST curve, by its SEC name. */
    record Ec(String curve) implements KeyOrder {}

    /** Reads the order from a KEYGEN_REQ; below version 3 it names only the size. */
    static KeyOrder read(CapfMessage request) throws CapfTrouble {
        if (request.number(CapfTag.KEY_TYPE).orElse(0) == 1) {
            return new Ec(curve(request.number(CapfTag.CURVE).orElse(-1)));
        }
        int bits = request.number(CapfTag.KEY_SIZE).orElse(0);
        return switch (bits) {
            case 512, 1024, 2048, 3072, 4096 -> new Rsa(bits);
            default -> throw new CapfTrouble("no RSA key has " + bits + " bits");
        };
    }

    private static String curve(int code) throws CapfTrouble {
        return switch (code) {
            case 0 -> "secp256r1";
            case 1 -> "secp384r1";
            case 2 -> "secp521r1";
            default -> throw new CapfTrouble("curve " + code + " is not known");
        };
    }

    /** Who makes the keys that are ordered. */
    @FunctionalInterface
    interface Maker {
        /** Phones make a fresh key each time. */
        Maker FRESH = KeyOrder::make;

        /** The key pair for that order. */
        KeyPair make(KeyOrder order) throws GeneralSecurityException;
    }

    /** Makes the key pair. The private key never leaves the phone. */
    default KeyPair make() throws GeneralSecurityException {
        return switch (this) {
            case Rsa(int bits) -> {
                var generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(bits);
                yield generator.generateKeyPair();
            }
            case Ec(String curve) -> {
                var generator = KeyPairGenerator.getInstance("EC");
                generator.initialize(new ECGenParameterSpec(curve));
                yield generator.generateKeyPair();
            }
        };
    }
}
