package org.keyline.capf.authority;

import java.security.cert.X509Certificate;
import java.util.List;

/** The certificates of those who issued LSCs beside CAPF itself. Thread-safe; may block. */
public interface IssuerStore {
    /** Those that are trusted. */
    List<X509Certificate> trusted();

    /** Trusts one more; nothing happens when it is trusted already. */
    void keep(X509Certificate issuer);

    /** Without any, and without a place for any: CAPF issues by itself. */
    static IssuerStore none() {
        return new IssuerStore() {
            @Override
            public List<X509Certificate> trusted() {
                return List.of();
            }

            @Override
            public void keep(X509Certificate issuer) {
                throw new IllegalStateException("There is no place for the certificates of other issuers");
            }
        };
    }
}
