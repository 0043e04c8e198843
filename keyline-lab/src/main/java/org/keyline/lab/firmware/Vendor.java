package org.keyline.lab.firmware;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.keyline.lab.files.Octets;

/** Who makes the lab's phones and signs what runs on them; its key is in every phone it makes. */
public final class Vendor {
    private static final int BITS = 2048;
    private static final int MODULUS_2048 = 2;
    private static final int SHA512 = 3;

    /** Version and header length. */
    private static final int FIXED_PART = 10;

    private static final Duration LIFE = Duration.ofDays(3_650);

    private final String commonName;
    private final KeyPair keys;
    private final X509Certificate certificate;

    private Vendor(String commonName, KeyPair keys, X509Certificate certificate) {
        this.commonName = commonName;
        this.keys = keys;
        this.certificate = certificate;
    }

    /** A vendor with a new key. */
    public static Vendor named(String commonName) {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            var keys = generator.generateKeyPair();
            var name = new X500Name("CN=" + commonName + ",O=Lab");
            var now = Instant.now();
            var builder = new JcaX509v3CertificateBuilder(
                    name,
                    BigInteger.valueOf(now.toEpochMilli()),
                    Date.from(now.minus(Duration.ofDays(1))),
                    Date.from(now.plus(LIFE)),
                    name,
                    keys.getPublic());
            var signer = new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate());
            return new Vendor(
                    commonName, keys, new JcaX509CertificateConverter().getCertificate(builder.build(signer)));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("RSA is not available", e);
        }
    }

    /** What its phones know it by. */
    public X509Certificate certificate() {
        return certificate;
    }

    /** A load: its {@code .loads} file and one image, by their names. */
    public Map<String, Octets> load(String name, byte[] image) {
        var files = new LinkedHashMap<String, Octets>();
        var imageName = name + ".sbn";
        files.put(name + ".loads", sign(name + ".loads", (imageName + "\n").getBytes(StandardCharsets.US_ASCII)));
        files.put(imageName, sign(imageName, image));
        return files;
    }

    /** A file of a load: the signed header, then {@code content} as it is. */
    public Octets sign(String fileName, byte[] content) {
        try {
            var bare = header(fileName, new byte[0]);
            var signing = Signature.getInstance("SHA512withRSA");
            signing.initSign(keys.getPrivate());
            signing.update(bare);
            signing.update(content);
            return Octets.of(header(fileName, signing.sign())).plus(Octets.of(content));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("RSA is not available", e);
        }
    }

    /** The header with its signature, or, with none, the part of it that is signed. */
    private byte[] header(String fileName, byte[] signature) {
        var rest = new ByteArrayOutputStream();
        var issuer = text("CN=" + commonName + ";O=Lab");
        element(
                rest,
                3,
                joined(
                        element(4, issuer),
                        element(5, certificate.getSerialNumber().toByteArray()),
                        element(6, issuer)));
        element(
                rest,
                7,
                joined(
                        element(8, number(SHA512, 1)),
                        element(9, joined(element(10, number(0, 1)), element(11, number(MODULUS_2048, 1))))));
        if (signature.length > 0) {
            element(rest, 12, signature);
        }
        element(rest, 14, text(fileName));
        element(rest, 15, number(certificate.getNotBefore().toInstant().getEpochSecond(), 4));
        return padded(rest.toByteArray(), signature.length == 0 ? 3 + BITS / 8 : 0);
    }

    /** The header's length counts the signature, whether it is there or still missing. */
    private static byte[] padded(byte[] rest, int missing) {
        int length = FIXED_PART + rest.length + missing;
        int padding = (4 - length % 4) % 4;
        var all = new ByteArrayOutputStream();
        element(all, 1, number(0x0100, 2));
        element(all, 2, number(length + padding, 2));
        all.writeBytes(rest);
        for (int i = 0; i < padding; i++) {
            all.write(13);
        }
        return all.toByteArray();
    }

    private static byte[] text(String text) {
        return (text + '\0').getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] number(long value, int bytes) {
        var number = new byte[bytes];
        for (int i = 0; i < bytes; i++) {
            number[i] = (byte) (value >> (8 * (bytes - 1 - i)));
        }
        return number;
    }

    private static byte[] element(int tag, byte[] value) {
        var out = new ByteArrayOutputStream();
        element(out, tag, value);
        return out.toByteArray();
    }

    private static void element(ByteArrayOutputStream out, int tag, byte[] value) {
        out.write(tag);
        out.writeBytes(number(value.length, 2));
        out.writeBytes(value);
    }

    private static byte[] joined(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (var part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
