package org.keyline.ctl;

import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** What the CTL client tells an administrator; the English texts are those that existing procedures quote. */
public enum CtlMessage {
    /** The file was written. */
    CREATED,
    /** CallManager and TFTP must be restarted after it. */
    RESTART_NODES,
    /** No file, and none is needed. */
    NO_FILE,
    /** No file, although the cluster is in mixed mode: what the client says when it begins. */
    NO_FILE_TO_BEGIN_WITH,
    /** No file, although the cluster is in mixed mode: somebody deleted it. */
    NO_FILE_IN_MIXED_MODE,
    /** The file cannot be opened. */
    CANNOT_OPEN,
    /** The file can be opened but not read. */
    CANNOT_READ,
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
    /** An issuer name that is no text. */
    INVALID_ISSUER_NAME,
    /** An issuer name longer than 256 characters. */
    ISSUER_NAME_TOO_LONG,
    /** A certificate has no subject name. */
    NO_SUBJECT_NAME,
    /** A subject name that is no text. */
    INVALID_SUBJECT_NAME,
    /** A subject name longer than 256 characters. */
    SUBJECT_NAME_TOO_LONG,
    /** A certificate without a public key. */
    NO_PUBLIC_KEY,
    /** A public key that is none. */
    INVALID_PUBLIC_KEY,
    /** A certificate without a signature. */
    NO_SIGNATURE,
    /** A signature of an algorithm nobody knows, or trusts any more. */
    INVALID_SIGNATURE_ALGORITHM,
    /** A server gives another certificate than the one by which it was recognised. */
    INVALID_THUMBPRINT,
    /** The certificate of a token cannot be read. */
    NO_VALID_CERTIFICATE,
    /** A server's certificate file is not there. */
    NO_CERTIFICATE_FILE,
    /** A token has no private key. */
    NO_PRIVATE_KEY,
    /** A token's private key is not that of its certificate. */
    INVALID_PRIVATE_KEY,
    /** A token's private key is not RSA, or encrypted in a way nobody knows. */
    INVALID_KEY_CIPHER,
    /** The token did not sign what it was given. */
    CANNOT_SIGN_MESSAGE,
    /** The token did not sign. */
    CANNOT_SIGN,
    /** The signature that was just made does not fit. */
    CANNOT_VERIFY,
    /** The file could not be written. */
    NOT_WRITTEN,
    /** The file was written, but the cluster security mode was not set. */
    MODE_NOT_SET,
    /** A port that is no number. */
    INVALID_PORT,
    /** A port that is not between 1026 and 32767. */
    INVALID_PORT_RANGE,
    /** Server, port and user name could not be remembered. */
    NOT_REMEMBERED,
    /** The account is no administrator. */
    INVALID_GROUP,
    /** No user name, or too long. */
    INVALID_USER_NAME,
    /** Something like an address that is none. */
    INVALID_ADDRESS,
    /** No host name, or too long. */
    INVALID_HOST_NAME,
    /** A wrong user name or password. */
    NOT_AUTHENTICATED,
    /** No password, or too long. */
    INVALID_PASSWORD,
    /** The list of servers and reasons follows. */
    CREATE_FAILED,
    /** The token that signs is not there any more. */
    TOKEN_WANTED,
    /** The first token is wanted. */
    INSERT_TOKEN,
    /** A further token is wanted. */
    INSERT_ANOTHER_TOKEN,
    /** Client and Provider speak different versions. */
    VERSION_MISMATCH,
    /** Nothing was selected. */
    SELECT_ITEM,
    /** An entry without a certificate, in non-secure mode. */
    NO_ISSUER_SHOWN,
    /** An entry without a certificate, in non-secure mode. */
    NO_SUBJECT_SHOWN,
    /** An entry of a server of the cluster. */
    CANNOT_DELETE,
    /** Asked before an entry is deleted. */
    CONFIRM_DELETE,
    /** Asked before the client is left. */
    CONFIRM_EXIT,
    /** A server did not give its certificate. */
    NO_CALLMANAGER_CERTIFICATE,
    /** A posted file that is none. */
    FILE_INVALID,
    /** A certificate of a server that is none. */
    CERTIFICATE_INVALID,
    /** A public key longer than 512 bytes. */
    PUBLIC_KEY_TOO_LONG,
    /** A signature longer than 1024 bytes. */
    SIGNATURE_TOO_LONG,
    /** A serial number that is not positive. */
    INVALID_SERIAL,
    /** A serial number longer than 256 digits. */
    SERIAL_TOO_LONG,
    /** The token cannot be opened. */
    TOKEN_STORE,
    /** There is no usable certificate in the token. */
    NO_CERTIFICATE_IN_TOKEN,
    /** The server cannot use its configuration. */
    DATABASE,
    /** The server's trace of changes cannot be written. */
    TRACE,
    /** TLS cannot be prepared. */
    TLS_INIT,
    /** The handshake failed, or the certificate is not the confirmed one. */
    TLS_HANDSHAKE,
    /** This machine gives out no sockets. */
    NO_SOCKETS,
    /** A server's name is longer than 256 characters. */
    NAME_TOO_LONG,
    /** Nobody listens there. */
    NOT_REACHED,
    /** The Provider sent what cannot be the protocol. */
    PARSING_FAILED,
    /** The file could not be handed over. */
    POST_ERROR,
    /** The CallManager certificate could not be fetched. */
    GET_CCM_CERTIFICATE_ERROR,
    /** The CAPF certificate could not be fetched. */
    GET_CAPF_CERTIFICATE_ERROR,
    /** The files of the CAPF certificate could not be fetched. */
    GET_CAPF_FILE_ERROR,
    /** CAPF is active, but the files of its certificate are not there. */
    CAPF_FILES_MISSING,
    /** A server did not take the files of the CAPF certificate. */
    CAPF_FILES_NOT_WRITTEN,
    /** The account could not be checked. */
    AUTHENTICATE_ERROR,
    /** Another answer than this operation has. */
    RESPONSE_AUTHENTICATE,
    /** Another answer than this operation has. */
    RESPONSE_CCM_LIST,
    /** Another answer than this operation has. */
    RESPONSE_CCM_CERTIFICATE,
    /** Another answer than this operation has. */
    RESPONSE_CAPF_CERTIFICATE,
    /** Another answer than this operation has. */
    RESPONSE_CAPF_FILE,
    /** Another answer than this operation has. */
    RESPONSE_CTL_FILE,
    /** Another answer than this operation has. */
    RESPONSE_SECURITY_MODE,
    /** Another answer than this operation has. */
    RESPONSE_CTL_VERSION,
    /** Another answer than this operation has. */
    RESPONSE_ALTERNATE_PATHS,
    /** An alternate TFTP server whose entry phones could not use. */
    ALTERNATE_TFTP_INVALID,
    /** A directory of an alternate TFTP server cannot be written. */
    ALTERNATE_PATH,
    /** A directory of an alternate TFTP server holds the file of another cluster. */
    ALTERNATE_TAKEN,
    /** The cluster of an alternate TFTP server has no CTL file of its own. */
    ALTERNATE_NOT_CONFIGURED,
    /** The cluster of an alternate TFTP server is in another mode. */
    ALTERNATE_MODE,
    /** One client at a time, and five at most. */
    BUSY,
    /** The mode may only follow its file. */
    MODE_DOES_NOT_FIT,
    /** A file for the other mode cannot be brought in. */
    UPLOAD_MODE,
    /** Its date is not after that of the present one. */
    OLDER_FILE,
    /** Somebody else changed the file since it was read. */
    CHANGED_MEANWHILE,
    /** An error of the client itself. */
    UNKNOWN,
    /** There is no terminal to talk in. */
    NO_TERMINAL,
    /** A page cannot be shown. */
    NO_DIALOG,
    /** This machine has too little memory to begin. */
    NO_MEMORY,
    /** Nothing more is known about a question. */
    NO_HELP;

    private static final String CATALOGUE = "org.keyline.ctl.messages";

    /** The text in {@code locale}'s language: Japanese, or English for all others. */
    public String text(Locale locale) {
        return catalogue(locale).getString(name());
    }

    private static ResourceBundle catalogue(Locale locale) {
        return ResourceBundle.getBundle(
                CATALOGUE,
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** What mends it, where something does (the actions of the message table). */
    public Optional<String> mend(Locale locale) {
        var catalogue = catalogue(locale);
        var key = name() + ".mend";
        return catalogue.containsKey(key) ? Optional.of(catalogue.getString(key)) : Optional.empty();
    }

    /** All there is to tell: the text, what it is about, and what mends it. */
    public String told(Locale locale, String what) {
        var said = text(locale).contains("%s") ? text(locale, what) : (text(locale) + " " + what).strip();
        return mend(locale).map(mend -> said + "\n  " + mend).orElse(said);
    }

    /** The text with its blank filled in. */
    @SuppressWarnings("FormatStringAnnotation") // the format stands in the catalogue, and its test in CtlMessageTest
    public String text(Locale locale, String what) {
        return text(locale).formatted(what);
    }

    /** The English text. */
    public String text() {
        return text(Locale.ENGLISH);
    }
}
