package org.keyline.ctl;

import java.io.Serial;
import java.util.Locale;

/** A server's CTL Provider could not be asked, or refused; a message of the catalogue and what it is about. */
public final class ProviderException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final CtlMessage reason;
    private final String detail;

    /** A failure in the words of {@code reason}; {@code detail} says which server, file or account. */
    public ProviderException(CtlMessage reason, String detail) {
        super(reason.name() + ": " + detail);
        this.reason = reason;
        this.detail = detail;
    }

    /** As {@link #ProviderException(CtlMessage, String)}, with what led to it. */
    public ProviderException(CtlMessage reason, String detail, Throwable cause) {
        super(reason.name() + ": " + detail, cause);
        this.reason = reason;
        this.detail = detail;
    }

    /** What to tell the administrator. */
    public CtlMessage reason() {
        return reason;
    }

    /** Which server, file or account it is about. */
    public String detail() {
        return detail;
    }

    /** Both, what led to it, and what mends it. */
    public String text(Locale locale) {
        return getCause() instanceof ProviderException inner
                ? reason.told(locale, detail) + "\n" + inner.text(locale)
                : reason.told(locale, detail);
    }
}
