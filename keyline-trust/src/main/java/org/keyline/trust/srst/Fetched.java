package org.keyline.trust.srst;

import java.util.Locale;

/** What came of asking a gateway for its certificate. */
public sealed interface Fetched {
    /** It showed a certificate that may be trusted, if the administrator says so. */
    record Shown(GatewayCertificate certificate) implements Fetched {}

    /**
     * It did not, or the certificate is not fit.
     *
     * @param trouble why
     * @param subject whom the text is about: the gateway with its port, or the certificate's subject
     * @param detail what the network or the certificate says; may be empty
     */
    record Failed(Trouble trouble, String subject, String detail) implements Fetched {
        /** What is wrong and what mends it, in the reader's language. */
        public String text(Locale locale) {
            return SrstTexts.text(locale, "trouble." + trouble, subject, detail);
        }
    }

    /** The text of a doubt, in the reader's language. */
    static String text(GatewayCertificate.Doubt doubt, Locale locale) {
        return SrstTexts.text(locale, "doubt." + doubt);
    }

    /** Why there is no certificate to trust; the texts stand in the message catalogue under {@code trouble.}. */
    enum Trouble {
        UNKNOWN_HOST,
        /** Nobody listens: the credentials service does not run, or on another port. */
        REFUSED,
        UNREACHABLE,
        /** No connection within {@link CertificateProvider#CONNECT}. */
        NO_ANSWER,
        /** Connected, but no end of the handshake within {@link CertificateProvider#HANDSHAKE}. */
        SILENT,
        /** Something else than TLS answers. */
        NO_TLS,
        /** The handshake failed; a gateway that knows TLS 1.0 only ends here, unless old phones are admitted. */
        HANDSHAKE_FAILED,
        NOT_YET_VALID,
        EXPIRED,
        KEY_TOO_SHORT,
        /** More than one issuer between the certificate and its root (spec SRST-11). */
        CHAIN_TOO_DEEP
    }
}
