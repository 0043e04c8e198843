package org.keyline.ctl.client;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keyline.ctl.CertificateCheck;
import org.keyline.ctl.CtlMessage;
import org.keyline.ctl.ProviderException;
import org.keyline.trust.certificate.Certificates;
import org.keyline.trust.certificate.DistinguishedNameText;
import org.keyline.trust.secret.Secret;
import org.keyline.trust.tlv.Octets;
import org.keyline.trust.token.SecurityToken;
import org.keyline.trust.token.SoftwareToken;
import org.keyline.trust.token.TokenException;
import org.keyline.trust.token.TokenPlace;

/**
 * Where tokens are inserted, one at a time, and asked for their passwords.
 *
 * @param dialogue with whom
 * @param texts in which language
 */
record TokenDesk(Dialogue dialogue, ClientTexts texts) {
    /**
     * An inserted token.
     *
     * @param place where it is
     * @param certificate what it shows
     */
    record Inserted(TokenPlace place, X509Certificate certificate) {}

    /** Asks for a token until one is inserted that can be read, and shows the Security Token Information window. */
    Inserted insert(CtlMessage prompt) throws Dialogue.Cancelled {
        while (true) {
            dialogue.say(texts.text(prompt));
            var text = dialogue.ask(texts.text("token.place"), "");
            try {
                var place = TokenPlace.parse(text);
                var inserted = new Inserted(place, certificate(place));
                show(inserted);
                return inserted;
            } catch (ProviderException refused) {
                dialogue.say(refused.text(texts.locale()));
            } catch (TokenException | IOException | InvalidPathException unreadable) {
                dialogue.say(told(unreadable));
            }
        }
    }

    /** What keeps a token from being used, in the words of the catalogue. */
    private String told(Exception unreadable) {
        var said = String.valueOf(unreadable.getMessage());
        return messageOf(unreadable)
                .map(message -> message.told(texts.locale(), said))
                .orElse(said);
    }

    private static Optional<CtlMessage> messageOf(Exception unreadable) {
        return unreadable instanceof TokenException token
                ? switch (token.reason()) {
                    case NO_KEY -> Optional.of(CtlMessage.NO_PRIVATE_KEY);
                    case UNFIT_KEY -> Optional.of(CtlMessage.INVALID_PRIVATE_KEY);
                    case UNKNOWN_CIPHER -> Optional.of(CtlMessage.INVALID_KEY_CIPHER);
                    case NO_MODULE, NO_READER, NO_TOKEN, UNUSABLE -> Optional.of(CtlMessage.TOKEN_STORE);
                    case WRONG_PASSWORD, LOCKED, UNFIT_PASSWORD -> Optional.empty();
                }
                : Optional.of(CtlMessage.TOKEN_STORE);
    }

    private X509Certificate certificate(TokenPlace place)
            throws TokenException, IOException, ProviderException, Dialogue.Cancelled {
        var seen = place.shown();
        if (seen.isPresent()) {
            return checked(CertificateCheck.read(seen.get(), CertificateCheck.Bearer.TOKEN));
        }
        if (place instanceof TokenPlace.SoftwareFile) {
            throw new ProviderException(CtlMessage.NO_CERTIFICATE_IN_TOKEN, place.toString());
        }
        try (var password = dialogue.secret(texts.text("token.password", place))) {
            var certificate = place.open(password).certificate();
            return checked(
                    CertificateCheck.read(Octets.of(Certificates.der(certificate)), CertificateCheck.Bearer.TOKEN));
        }
    }

    /** A token that is already in the file is told of when it is too old; a new one must be valid now. */
    private static X509Certificate checked(X509Certificate certificate) throws ProviderException {
        CertificateCheck.requireValid(certificate, Instant.now());
        return certificate;
    }

    private void show(Inserted inserted) {
        var certificate = inserted.certificate();
        dialogue.say(texts.text(
                "token.information",
                DistinguishedNameText.subject(certificate),
                DistinguishedNameText.issuer(certificate),
                certificate.getSerialNumber().toString(16),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant()));
    }

    /** Asks for the password of the token that signs; a delivered password is changed at once (CTL9-02, CTL3-67). */
    SecurityToken open(TokenPlace place) throws Dialogue.Cancelled {
        while (true) {
            try (var password = dialogue.secret(texts.text("token.password", place))) {
                var token = place.open(password);
                if (token.passwordMustChange() && place instanceof TokenPlace.SoftwareFile(var file)) {
                    dialogue.say(texts.text("token.mustchange"));
                    try (var replacement = replacement()) {
                        SoftwareToken.changePassword(file, password, replacement);
                        return place.open(replacement);
                    }
                }
                return token;
            } catch (TokenException refused) {
                dialogue.say(told(refused));
                if (refused.reason() == TokenException.Reason.UNFIT_PASSWORD) {
                    dialogue.say(texts.text("token.tips"));
                } else if (isAway(refused.reason())) {
                    awaitAgain();
                } else if (refused.reason() != TokenException.Reason.WRONG_PASSWORD) {
                    throw new Dialogue.Cancelled();
                }
            } catch (IOException unreadable) {
                dialogue.say(told(unreadable));
                awaitAgain();
            }
        }
    }

    private static boolean isAway(TokenException.Reason reason) {
        return reason == TokenException.Reason.NO_TOKEN || reason == TokenException.Reason.NO_READER;
    }

    /** A token that was pulled out before it signed may be put back. */
    private void awaitAgain() throws Dialogue.Cancelled {
        if (dialogue.choose(
                        CtlMessage.TOKEN_WANTED.told(texts.locale(), ""),
                        List.of(texts.text("ok"), texts.text("cancel")))
                != 0) {
            throw new Dialogue.Cancelled();
        }
    }

    private Secret replacement() throws Dialogue.Cancelled {
        while (true) {
            var first = dialogue.secret(texts.text("token.new"));
            try (var again = dialogue.secret(texts.text("token.again"))) {
                if (first.matches(again)) {
                    return first;
                }
            }
            dialogue.say(texts.text("token.differ"));
        }
    }
}
