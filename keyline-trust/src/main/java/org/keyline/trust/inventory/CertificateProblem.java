package org.keyline.trust.inventory;

import java.util.List;
import java.util.Locale;

/**
 * Why something was not done with a certificate. Nothing was changed.
 *
 * @param reason why
 * @param arguments the names in its text
 */
public record CertificateProblem(Reason reason, List<String> arguments) {
    public CertificateProblem {
        arguments = List.copyOf(arguments);
    }

    static CertificateProblem of(Reason reason, Object... arguments) {
        return new CertificateProblem(
                reason, List.of(arguments).stream().map(String::valueOf).toList());
    }

    /** What is wrong and what mends it, in the reader's language. */
    public String text(Locale locale) {
        return InventoryTexts.text(locale, "problem." + reason, arguments.toArray());
    }

    /** The reasons; the text of each stands in the message catalogue under {@code problem.}. */
    public enum Reason {
        UNKNOWN_NAME,
        EMPTY_FILE,
        TOO_LARGE,
        NOT_A_CERTIFICATE,
        PRIVATE_KEY_INSIDE,
        TOO_MANY,
        EXPIRED,
        NOT_YET_VALID,
        NO_REQUEST,
        WRONG_KEY,
        NOT_SIGNED_BY_ISSUER,
        ISSUER_MISSING,
        ISSUER_NOT_AN_AUTHORITY,
        NOT_AN_AUTHORITY,
        NOT_FOR_SERVERS,
        ALREADY_THERE,
        STORE_FULL,
        OWN_CERTIFICATE,
        ISSUER_STILL_NEEDED,
        STILL_USED,
        WRONG_SUBJECT,
        UNWRITABLE
    }
}
