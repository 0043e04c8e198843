package org.keyline.ctl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.keyline.trust.tlv.Octets;

/** Certificates with one thing wrong, byte by byte: no program would make them. */
public final class Crafted {
    private static final AlgorithmIdentifier SHA256_RSA =
            new AlgorithmIdentifier(PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE);

    private X500Name subject = new X500Name("CN=crafted");
    private X500Name issuer = new X500Name("CN=crafted");
    private BigInteger serial = BigInteger.TEN;
    private SubjectPublicKeyInfo key = rsa(256);
    private AlgorithmIdentifier algorithm = SHA256_RSA;
    private byte[] signature = new byte[256];
    private String begins = "20200101000000Z";
    private String ends = "20490101000000Z";

    /** A certificate with nothing wrong but its signature, which nobody checks here. */
    public static Crafted certificate() {
        return new Crafted();
    }

    /** An RSA key of so many bytes. */
    public static SubjectPublicKeyInfo rsa(int bytes) {
        var modulus = BigInteger.ONE.shiftLeft(bytes * 8 - 1).setBit(0);
        try {
            return new SubjectPublicKeyInfo(
                    new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
                    new org.bouncycastle.asn1.pkcs.RSAPublicKey(modulus, BigInteger.valueOf(65_537)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An RSA key with these bits, which may be none. */
    public static SubjectPublicKeyInfo bits(byte... bits) {
        return new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE), bits);
    }

    /** A name whose only value is no text. */
    public static X500Name noText() {
        return new X500Name(new RDN[] {new RDN(BCStyle.CN, new ASN1Integer(7))});
    }

    /** A name without anything in it. */
    public static X500Name noName() {
        return new X500Name(new RDN[0]);
    }

    /** A name of more than 256 characters. */
    public static X500Name longName() {
        return new X500Name("CN=a" + (",OU=" + "a".repeat(60)).repeat(4));
    }

    public Crafted subject(X500Name name) {
        subject = name;
        return this;
    }

    public Crafted issuer(X500Name name) {
        issuer = name;
        return this;
    }

    public Crafted serial(BigInteger number) {
        serial = number;
        return this;
    }

    public Crafted key(SubjectPublicKeyInfo info) {
        key = info;
        return this;
    }

    public Crafted algorithm(ASN1ObjectIdentifier type) {
        algorithm = new AlgorithmIdentifier(type, DERNull.INSTANCE);
        return this;
    }

    public Crafted signature(int bytes) {
        signature = new byte[bytes];
        return this;
    }

    public Crafted dates(String first, String last) {
        begins = first;
        ends = last;
        return this;
    }

    /** Its bytes. */
    public Octets der() {
        var version = new DERTaggedObject(true, 0, new ASN1Integer(2));
        var dates =
                new DERSequence(new ASN1Encodable[] {new ASN1GeneralizedTime(begins), new ASN1GeneralizedTime(ends)});
        var tbs = new DERSequence(
                new ASN1Encodable[] {version, new ASN1Integer(serial), algorithm, issuer, dates, subject, key});
        try {
            return Octets.of(new DERSequence(new ASN1Encodable[] {tbs, algorithm, new DERBitString(signature)})
                    .getEncoded("DER"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
