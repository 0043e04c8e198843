package org.keyline.trust.trustlist;

import java.security.cert.X509Certificate;
import java.util.Comparator;
import java.util.List;

/**
 * A certificate that trust verification vouches for.
 *
 * @param certificate the certificate
 * @param roles what it may be trusted for, by number
 */
public record VouchedCertificate(X509Certificate certificate, List<Role> roles) {
    /** Sorts the roles. */
    public VouchedCertificate {
        roles = roles.stream().sorted(Comparator.comparingInt(Role::number)).toList();
    }
}
