package org.keyline.trust.certificate;

import java.util.Locale;

/** What a certificate of a node is for; each purpose has its own key and its own subject. */
public enum CertificatePurpose {
    /** SCCP over TLS, and the signing of phone files and of the ITL file (call manager and TFTP are one server). */
    CALLMANAGER("CallManager", "CallManager", "ccmserver.cer"),
    /** CAPF's TLS server, and the issuer of LSCs. */
    CAPF("CAPF", "CAPF", "CAPF.cer"),
    /** The trust verification service. */
    TVS("TVS", "TVS", "tvs.cer"),
    /** Web pages, REST and SOAP. */
    HTTPS("HTTPS", "tomcat", "httpscert.cer");

    private final String unit;
    private final String operatorName;
    private final String publicFileName;

    CertificatePurpose(String unit, String operatorName, String publicFileName) {
        this.unit = unit;
        this.operatorName = operatorName;
        this.publicFileName = publicFileName;
    }

    /** The organisational unit that tells the subjects of one node apart. */
    public String unit() {
        return unit;
    }

    /** The name by which operators call the certificate, for example {@code tomcat} (spec SEC-32). */
    public String operatorName() {
        return operatorName;
    }

    /** The name under which the certificate alone, in DER, is laid beside the key file. */
    public String publicFileName() {
        return publicFileName;
    }

    /** The name of the PEM file that holds the private key and its certificate. */
    public String keyFileName() {
        return name().toLowerCase(Locale.ROOT) + ".pem";
    }
}
