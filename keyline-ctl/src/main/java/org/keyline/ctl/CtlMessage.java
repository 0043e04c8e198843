package org.keyline.ctl;

import java.util.Locale;
import java.util.ResourceBundle;

/** What the CTL client tells an administrator; the English texts are those that existing procedures quote. */
public enum CtlMessage {
    /** The file was written. */
    CREATED,
    /** CallManager and TFTP must be restarted after it. */
    RESTART_NODES,
    /** No file, and none is needed. */
    NO_FILE,
    /** No file, although the cluster is in mixed mode: somebody deleted it. */
    NO_FILE_IN_MIXED_MODE,
    /** The file cannot be opened. */
    CANNOT_OPEN,
    /** The file breaks the format. */
    CANNOT_PARSE,
    /** It is another file. */
    WRONG_CONTENT,
    /** The signature does not fit. */
    SIGNATURE_INVALID,
    /** The file must be made anew. */
    MUST_RECREATE,
    /** The file names no token. */
    NO_TOKENS,
    /** Fewer than two tokens. */
    TWO_TOKENS_NEEDED,
    /** No call manager. */
    CALLMANAGER_NEEDED,
    /** A token was inserted twice, or is in the file already. */
    TOKEN_EXISTS,
    /** The signing token is not in the file. */
    TOKEN_CANNOT_SIGN,
    /** The signing token was added in this very update. */
    NEW_TOKEN_CANNOT_SIGN,
    /** One server twice. */
    SERVER_EXISTS,
    /** One certificate on two servers. */
    CERTIFICATE_EXISTS,
    /** More than 100 records. */
    TOO_MANY_RECORDS,
    /** Longer than 75 K, or an entry that phones would refuse. */
    CANNOT_CREATE_ENTRY,
    /** A certificate's validity is over. */
    CERTIFICATE_EXPIRED,
    /** A certificate's validity has not begun. */
    CERTIFICATE_DATE_INVALID,
    /** A certificate has no RSA key. */
    CERTIFICATE_NOT_RSA,
    /** A certificate has no issuer name. */
    NO_ISSUER_NAME,
    /** An issuer name longer than 256 characters. */
    ISSUER_NAME_TOO_LONG,
    /** A certificate has no subject name. */
    NO_SUBJECT_NAME,
    /** A subject name longer than 256 characters. */
    SUBJECT_NAME_TOO_LONG,
    /** The token did not sign. */
    CANNOT_SIGN,
    /** The signature that was just made does not fit. */
    CANNOT_VERIFY,
    /** The file could not be written. */
    NOT_WRITTEN,
    /** The file was written, but the cluster security mode was not set. */
    MODE_NOT_SET;

    private static final String CATALOGUE = "org.keyline.ctl.messages";

    /** The text in {@code locale}'s language: Japanese, or English for all others. */
    public String text(Locale locale) {
        return ResourceBundle.getBundle(
                        CATALOGUE,
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .getString(name());
    }

    /** The English text. */
    public String text() {
        return text(Locale.ENGLISH);
    }
}
