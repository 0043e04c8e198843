package org.keyline.trust.authority;

import java.security.cert.X509Certificate;
import java.util.List;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;

/** The conversation with an authority. Blocking and thread-safe. */
interface EnrolmentProtocol {
    /** The certificates by which the authority says who it is; not believed yet. */
    List<X509Certificate> authorities() throws AuthorityException;

    /**
     * Has a certificate issued.
     *
     * @param anchor what was found out about the authority's certificates
     * @return the certificates of the answer, in no order
     */
    List<X509Certificate> enrol(PKCS10CertificationRequest request, Anchor anchor) throws AuthorityException;
}
