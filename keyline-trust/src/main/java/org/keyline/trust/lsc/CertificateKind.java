package org.keyline.trust.lsc;

/** The certificates in a phone, with their numbers in CAPF messages. */
public enum CertificateKind {
    /** Locally significant certificate, issued by CAPF. */
    LSC(1),
    /** Manufacture-installed certificate; never overwritten or deleted. */
    MIC(2);

    private final int code;

    CertificateKind(int code) {
        this.code = code;
    }

    /** The number on the wire. */
    public int code() {
        return code;
    }
}
