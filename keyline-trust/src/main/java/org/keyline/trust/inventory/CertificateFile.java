package org.keyline.trust.inventory;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.keyline.trust.certificate.Certificates;
import org.keyline.trust.inventory.CertificateProblem.Reason;

/** Reads the certificates out of a file somebody brings: DER, PEM with one or several, PKCS #7 in either form. */
public final class CertificateFile {
    /** The longest file that is read, in bytes: a long chain has a tenth of it. */
    public static final int LONGEST = 64 * 1024;

    private static final int MOST = 20;

    private CertificateFile() {}

    /**
     * The certificates of a file, in its order.
     *
     * @param name the file's name, for the problem's text
     */
    public static Outcome<List<X509Certificate>> read(String name, byte[] content) {
        if (content.length == 0) {
            return Outcome.refused(Reason.EMPTY_FILE, name);
        }
        if (content.length > LONGEST) {
            return Outcome.refused(Reason.TOO_LARGE, name, LONGEST / 1024);
        }
        try {
            var found = isText(content) ? pem(content) : binary(content);
            return found.isEmpty()
                    ? Outcome.refused(Reason.NOT_A_CERTIFICATE, name)
                    : found.size() > MOST ? Outcome.refused(Reason.TOO_MANY, name, MOST) : Outcome.done(found);
        } catch (KeyInside key) {
            return Outcome.refused(Reason.PRIVATE_KEY_INSIDE, name);
        } catch (IOException | CertificateException | CMSException | RuntimeException garbage) {
            return Outcome.refused(Reason.NOT_A_CERTIFICATE, name);
        }
    }

    private static boolean isText(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1).contains("-----BEGIN ");
    }

    private static List<X509Certificate> pem(byte[] content)
            throws IOException, CertificateException, CMSException, KeyInside {
        var found = new ArrayList<X509Certificate>();
        try (var parser = new PEMParser(new StringReader(new String(content, StandardCharsets.ISO_8859_1)))) {
            for (var object = parser.readObject(); object != null; object = parser.readObject()) {
                switch (object) {
                    case X509CertificateHolder one -> found.add(Certificates.parse(one.getEncoded()));
                    case ContentInfo bag -> found.addAll(bag(new CMSSignedData(bag)));
                    case PrivateKeyInfo _, PEMKeyPair _, PEMEncryptedKeyPair _, PKCS8EncryptedPrivateKeyInfo _ ->
                        throw new KeyInside();
                    default -> throw new CertificateException("Something else than a certificate");
                }
            }
        }
        return found;
    }

    private static List<X509Certificate> binary(byte[] content) throws IOException, CertificateException, CMSException {
        try {
            return List.of(Certificates.parse(content));
        } catch (CertificateException notOne) {
            return bag(new CMSSignedData(content));
        }
    }

    private static List<X509Certificate> bag(CMSSignedData bag) throws IOException, CertificateException {
        Collection<X509CertificateHolder> holders = bag.getCertificates().getMatches(null);
        var found = new ArrayList<X509Certificate>();
        for (var holder : holders) {
            found.add(Certificates.parse(holder.getEncoded()));
        }
        return found;
    }

    /** The file holds a private key, which nobody should carry about. */
    private static final class KeyInside extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
