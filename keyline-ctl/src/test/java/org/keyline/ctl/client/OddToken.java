package org.keyline.ctl.client;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.CertBag;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.SafeBag;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.pkcs.PKCS12PfxPduBuilder;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCS12MacCalculatorBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEOutputEncryptorBuilder;

/** Token files that no program of ours makes. */
final class OddToken {
    private OddToken() {}

    /** A PKCS #12 file with these two, each of which may be missing. */
    static Path write(Path file, String password, Optional<byte[]> certificate, Optional<PrivateKey> key)
            throws Exception {
        var identifier = new DEROctetString(new byte[] {1});
        var builder = new PKCS12PfxPduBuilder();
        if (certificate.isPresent()) {
            var attribute = new DERSequence(
                    new ASN1Encodable[] {PKCSObjectIdentifiers.pkcs_9_at_localKeyId, new DERSet(identifier)});
            builder.addData(new PKCS12SafeBag(new SafeBag(
                    PKCSObjectIdentifiers.certBag,
                    new CertBag(PKCSObjectIdentifiers.x509Certificate, new DEROctetString(certificate.get())),
                    new DERSet(attribute))));
        }
        if (key.isPresent()) {
            var encryptor = new JcePKCSPBEOutputEncryptorBuilder(NISTObjectIdentifiers.id_aes256_CBC)
                    .setProvider(new BouncyCastleProvider())
                    .setIterationCount(1_000)
                    .build(password.toCharArray());
            PKCS12SafeBagBuilder bag = new JcaPKCS12SafeBagBuilder(key.get(), encryptor);
            bag.addBagAttribute(PKCSObjectIdentifiers.pkcs_9_at_localKeyId, identifier);
            builder.addData(bag.build());
        }
        var mac = new JcePKCS12MacCalculatorBuilder(NISTObjectIdentifiers.id_sha256)
                .setProvider(new BouncyCastleProvider())
                .setIterationCount(1_000);
        return Files.write(file, builder.build(mac, password.toCharArray()).getEncoded());
    }
}
