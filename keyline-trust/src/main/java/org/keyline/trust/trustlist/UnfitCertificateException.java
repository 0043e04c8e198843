package org.keyline.trust.trustlist;

import java.io.Serial;
import java.security.GeneralSecurityException;

/** A certificate cannot go into a trust list. */
public final class UnfitCertificateException extends GeneralSecurityException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final CertificateForm.Flaw flaw;

    UnfitCertificateException(CertificateForm.Flaw flaw, String detail) {
        super(detail);
        this.flaw = flaw;
    }

    UnfitCertificateException(CertificateForm.Flaw flaw, String detail, Throwable cause) {
        super(detail, cause);
        this.flaw = flaw;
    }

    /** What is wrong with it. */
    public CertificateForm.Flaw flaw() {
        return flaw;
    }
}
