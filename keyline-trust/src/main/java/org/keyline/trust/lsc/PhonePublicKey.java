package org.keyline.trust.lsc;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.X509EncodedKeySpec;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.keyline.trust.certificate.KeyType;

/** Reads and checks the public key that a phone generated. */
public final class PhonePublicKey {
    private static final int LONGEST = 1024;
    private static final BigInteger SMALLEST_EXPONENT = BigInteger.valueOf(3);

    private PhonePublicKey() {}

    /**
     * The key in {@code der}, a SubjectPublicKeyInfo.
     *
     * @param requested the type that the phone was told to generate
     * @throws UnacceptableKeyException when it is no such key, or a weak one
     */
    public static PublicKey parse(byte[] der, KeyType requested) throws UnacceptableKeyException {
        if (der.length > LONGEST) {
            throw new UnacceptableKeyException("A public key of " + der.length + " bytes is longer than " + LONGEST);
        }
        try {
            var info = SubjectPublicKeyInfo.getInstance(der);
            if (info.getEncoded().length != der.length) {
                throw new UnacceptableKeyException("There is something after the public key");
            }
            var algorithm =
                    info.getAlgorithm().getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption) ? "RSA" : "EC";
            var key = KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(der));
            check(key, requested);
            return key;
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw new UnacceptableKeyException("The bytes are no public key", e);
        }
    }

    /**
     * Checks that {@code key} is of type {@code requested} and not a weak one.
     *
     * @throws UnacceptableKeyException when it is not
     */
    public static void check(PublicKey key, KeyType requested) throws UnacceptableKeyException {
        if (KeyType.of(key).filter(requested::equals).isEmpty()) {
            throw new UnacceptableKeyException("The phone was told to make a key of type " + requested + " and sent "
                    + KeyType.of(key).map(KeyType::name).orElse("a key of another size or curve"));
        }
        switch (key) {
            case RSAPublicKey rsa -> checkRsa(rsa);
            case ECPublicKey ec -> checkPoint(ec);
            default -> throw new UnacceptableKeyException("Only RSA and EC keys are known");
        }
    }

    private static void checkRsa(RSAPublicKey key) throws UnacceptableKeyException {
        var exponent = key.getPublicExponent();
        if (!exponent.testBit(0) || exponent.compareTo(SMALLEST_EXPONENT) < 0) {
            throw new UnacceptableKeyException("The RSA exponent " + exponent + " is not odd and at least 3");
        }
        if (!key.getModulus().testBit(0)) {
            throw new UnacceptableKeyException("The RSA modulus is even");
        }
    }

    /** y² = x³ + ax + b: the key factory of the JDK does not look. */
    private static void checkPoint(ECPublicKey key) throws UnacceptableKeyException {
        var curve = key.getParams().getCurve();
        var p = ((ECFieldFp) curve.getField()).getP();
        var x = key.getW().getAffineX();
        var y = key.getW().getAffineY();
        var right = x.modPow(SMALLEST_EXPONENT, p).add(curve.getA().multiply(x)).add(curve.getB());
        var inField = x.signum() >= 0 && y.signum() >= 0 && x.compareTo(p) < 0 && y.compareTo(p) < 0;
        if (!inField || !y.multiply(y).subtract(right).mod(p).equals(BigInteger.ZERO)) {
            throw new UnacceptableKeyException("The EC key is not a point on its curve");
        }
    }
}
