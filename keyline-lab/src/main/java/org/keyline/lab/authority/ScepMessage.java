package org.keyline.lab.authority;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSAbsentContent;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSEnvelopedData;
import org.bouncycastle.cms.CMSEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.CMSTypedData;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.keyline.lab.files.Octets;

/**
 * A message of a SCEP client, its signature checked and its content decrypted, and the answers to it (RFC 8894, section
 * 3).
 *
 * @param type 19 asks for a certificate, 20 asks again
 * @param transaction which request it is about
 * @param nonce drawn by the client
 * @param sender whom the answer is encrypted to
 * @param content what was in the envelope
 */
record ScepMessage(String type, String transaction, Octets nonce, X509Certificate sender, Octets content) {
    private static final String ATTRIBUTES = "2.16.840.1.113733.1.9.";
    private static final ASN1ObjectIdentifier MESSAGE_TYPE = new ASN1ObjectIdentifier(ATTRIBUTES + 2);
    private static final ASN1ObjectIdentifier STATUS = new ASN1ObjectIdentifier(ATTRIBUTES + 3);
    private static final ASN1ObjectIdentifier FAILURE = new ASN1ObjectIdentifier(ATTRIBUTES + 4);
    private static final ASN1ObjectIdentifier SENDER_NONCE = new ASN1ObjectIdentifier(ATTRIBUTES + 5);
    private static final ASN1ObjectIdentifier RECIPIENT_NONCE = new ASN1ObjectIdentifier(ATTRIBUTES + 6);
    private static final ASN1ObjectIdentifier TRANSACTION = new ASN1ObjectIdentifier(ATTRIBUTES + 7);
    private static final String REQUEST = "19";
    private static final String ANSWER = "3";
    private static final String GRANTED = "0";
    private static final String REFUSED = "2";
    private static final String UNDECIDED = "3";
    private static final String BAD_REQUEST = "2";
    private static final SecureRandom RANDOM = new SecureRandom();

    static ScepMessage read(byte[] bytes, LabAuthority authority)
            throws CMSException, GeneralSecurityException, OperatorCreationException, IOException {
        var signed = new CMSSignedData(bytes);
        var signer = signed.getSignerInfos().getSigners().iterator().next();
        var holder = signed.getCertificates().getMatches(null).stream()
                .filter(one -> signer.getSID().match(one))
                .findFirst()
                .orElseThrow(() -> new IOException("The message shows no certificate of its signer"));
        var sender = new JcaX509CertificateConverter().getCertificate(holder);
        if (!signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(sender))) {
            throw new IOException("The message's signature is wrong");
        }
        var envelope = new CMSEnvelopedData((byte[]) signed.getSignedContent().getContent());
        var content = envelope.getRecipientInfos()
                .getRecipients()
                .iterator()
                .next()
                .getContent(new JceKeyTransEnvelopedRecipient(authority.key()));
        return new ScepMessage(
                text(signer, MESSAGE_TYPE),
                text(signer, TRANSACTION),
                Octets.of(((ASN1OctetString) value(signer, SENDER_NONCE)).getOctets()),
                sender,
                Octets.of(content));
    }

    private static String text(SignerInformation signer, ASN1ObjectIdentifier type) {
        return ((ASN1String) value(signer, type)).getString();
    }

    private static ASN1Encodable value(SignerInformation signer, ASN1ObjectIdentifier type) {
        return signer.getSignedAttributes().get(type).getAttributeValues()[0];
    }

    boolean isRequest() {
        return type.equals(REQUEST);
    }

    byte[] granted(LabAuthority authority, X509Certificate issued)
            throws CMSException, GeneralSecurityException, OperatorCreationException, IOException {
        var certificates = new CMSSignedDataGenerator();
        certificates.addCertificates(new JcaCertStore(List.of(issued, authority.certificate())));
        var degenerate = certificates.generate(new CMSAbsentContent(), false).getEncoded();
        var envelope = new CMSEnvelopedDataGenerator();
        envelope.addRecipientInfoGenerator(new JceKeyTransRecipientInfoGenerator(sender));
        var encrypted = envelope.generate(
                new CMSProcessableByteArray(degenerate),
                new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES128_CBC).build());
        return signed(authority, new CMSProcessableByteArray(encrypted.getEncoded()), Map.of(STATUS, GRANTED));
    }

    byte[] undecided(LabAuthority authority)
            throws CMSException, GeneralSecurityException, OperatorCreationException, IOException {
        return signed(authority, new CMSAbsentContent(), Map.of(STATUS, UNDECIDED));
    }

    byte[] refused(LabAuthority authority)
            throws CMSException, GeneralSecurityException, OperatorCreationException, IOException {
        return signed(authority, new CMSAbsentContent(), Map.of(STATUS, REFUSED, FAILURE, BAD_REQUEST));
    }

    private byte[] signed(LabAuthority authority, CMSTypedData content, Map<ASN1ObjectIdentifier, String> status)
            throws CMSException, GeneralSecurityException, OperatorCreationException, IOException {
        var attributes = new ASN1EncodableVector();
        status.forEach((name, text) -> put(attributes, name, new DERPrintableString(text)));
        put(attributes, MESSAGE_TYPE, new DERPrintableString(ANSWER));
        put(attributes, TRANSACTION, new DERPrintableString(transaction));
        put(attributes, RECIPIENT_NONCE, new DEROctetString(nonce.toArray()));
        var own = new byte[16];
        RANDOM.nextBytes(own);
        put(attributes, SENDER_NONCE, new DEROctetString(own));
        var generator = new CMSSignedDataGenerator();
        generator.addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(
                        new JcaDigestCalculatorProviderBuilder().build())
                .setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(new AttributeTable(attributes)))
                .build(new JcaContentSignerBuilder("SHA256withRSA").build(authority.key()), authority.certificate()));
        generator.addCertificates(new JcaCertStore(List.of(authority.certificate())));
        return generator.generate(content, true).getEncoded();
    }

    private static void put(ASN1EncodableVector attributes, ASN1ObjectIdentifier type, ASN1Encodable value) {
        attributes.add(new Attribute(type, new DERSet(value)));
    }
}
