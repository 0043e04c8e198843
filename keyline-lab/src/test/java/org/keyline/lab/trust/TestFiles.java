package org.keyline.lab.trust;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.List;
import org.keyline.lab.files.Octets;

/** Writes trust lists and signed files for tests, from the format alone. */
public final class TestFiles {
    private final List<Octets> records = new ArrayList<>();
    private int time = 1_700_000_000;
    private int digest = 1;

    /** A list without records yet. */
    public static TestFiles list() {
        return new TestFiles();
    }

    /** Adds a full record. */
    public TestFiles with(int role, TestAuthority who) {
        var der = Certificates.der(who.certificate());
        var body = element(2, Octets.of("127.0.0.1\0"))
                .plus(element(3, Octets.of(who.name() + "\0")))
                .plus(element(4, u16(role)))
                .plus(element(5, Octets.of(who.name() + "\0")))
                .plus(element(6, who.identity().serial()))
                .plus(element(7, publicKey(who)))
                .plus(element(9, der))
                .plus(element(10, Octets.ofHex("7f000001")));
        records.add(length(body));
        return this;
    }

    /** Adds a compact record: only the digest of the certificate. */
    public TestFiles withCompact(int role, TestAuthority who) {
        var body = element(3, Octets.of(who.name() + "\0"))
                .plus(element(4, u16(role)))
                .plus(element(5, Octets.of(who.name() + "\0")))
                .plus(element(6, who.identity().serial()))
                .plus(element(7, publicKey(who)))
                .plus(element(11, Certificates.der(who.certificate()).digest("SHA-1")))
                .plus(element(12, Octets.ofHex("01")));
        records.add(length(body));
        return this;
    }

    /** Another timestamp, so that the file differs. */
    public TestFiles at(int seconds) {
        time = seconds;
        return this;
    }

    /** Signs with SHA-512. */
    public TestFiles sha512() {
        digest = 3;
        return this;
    }

    /** The finished list. */
    public Octets signedBy(TestAuthority signer) {
        var content = records.stream().reduce(Octets.empty(), Octets::plus);
        return sign(signer, "CTLFile.tlv", content, "0102");
    }

    /** A signed file with that content. */
    public static Octets signedFile(String name, Octets content, TestAuthority signer) {
        return new TestFiles().sign(signer, name, content, "0100");
    }

    private Octets sign(TestAuthority signer, String name, Octets content, String version) {
        var signerInformation = element(4, Octets.of(signer.name() + "\0"))
                .plus(element(5, signer.identity().serial()))
                .plus(element(6, Octets.of(signer.name() + "\0")));
        var algorithm = element(
                7,
                element(8, Octets.ofHex("0" + digest))
                        .plus(element(9, Octets.ofHex("0a000100").plus(Octets.ofHex("0b000102")))));
        var tail = element(14, Octets.of(name + "\0")).plus(element(15, Octets.ofHex(String.format("%08x", time))));
        var head = element(3, signerInformation).plus(algorithm);
        int unpadded = 10 + head.length() + 3 + 256 + tail.length();
        int padding = (4 - unpadded % 4) % 4;
        var before = element(1, Octets.ofHex(version))
                .plus(element(2, u16(unpadded + padding)))
                .plus(head);
        var after = tail.plus(Octets.ofHex("0d".repeat(padding))).plus(content);
        return before.plus(element(12, signature(signer, before.plus(after)))).plus(after);
    }

    private Octets signature(TestAuthority signer, Octets signed) {
        try {
            var signature = Signature.getInstance(digest == 1 ? "SHA1withRSA" : "SHA512withRSA");
            signature.initSign(signer.keys().getPrivate());
            signature.update(signed.toArray());
            return Octets.of(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Octets publicKey(TestAuthority who) {
        var key = (RSAPublicKey) who.keys().getPublic();
        var modulus = Octets.of(key.getModulus().toByteArray());
        var exponent = Octets.of(key.getPublicExponent().toByteArray());
        var body = der(2, modulus).plus(der(2, exponent));
        return der(0x30, body);
    }

    private static Octets der(int tag, Octets value) {
        var out = new ByteArrayOutputStream();
        out.write(tag);
        if (value.length() >= 0x80) {
            out.write(0x82);
            out.write(value.length() >> 8);
        }
        out.write(value.length());
        return Octets.of(out.toByteArray()).plus(value);
    }

    private static Octets length(Octets body) {
        return element(1, u16(body.length() + 5)).plus(body);
    }

    private static Octets element(int tag, Octets value) {
        return Octets.ofHex(String.format("%02x%04x", tag, value.length())).plus(value);
    }

    private static Octets u16(int number) {
        return Octets.ofHex(String.format("%04x", number));
    }
}
