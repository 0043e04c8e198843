package org.keyline.ctl.client;

import java.io.IOException;
import java.security.cert.X509Certificate;
import org.keyline.ctl.CtlMessage;
import org.keyline.ctl.ProviderException;
import org.keyline.ctl.provider.RemoteProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Connects to servers: at the first use a server's certificate is shown by its fingerprint and confirmed, from then on
 * it must be the same.
 *
 * @param known what was confirmed before
 * @param confirmation asks for the rest
 */
public record Greeting(KnownServers known, Confirmation confirmation) {
    private static final Logger log = LoggerFactory.getLogger(Greeting.class);

    /** Decides on a certificate that was not confirmed before. */
    @FunctionalInterface
    public interface Confirmation {
        /**
         * Whether {@code certificate} is that of {@code host}.
         *
         * @param isChanged whether another one was confirmed before
         */
        boolean confirms(String host, X509Certificate certificate, boolean isChanged) throws Dialogue.Cancelled;
    }

    /** A server that has been greeted and has let the user in. */
    public RemoteProvider signIn(ServerLogin login) throws ProviderException, Dialogue.Cancelled {
        var shown = RemoteProvider.certificateOf(login.address());
        requireConfirmed(login, shown);
        var provider = RemoteProvider.connect(login.host(), login.address(), shown);
        try {
            provider.authenticate(login.user(), login.password());
            rememberAlso(login, shown);
            return provider;
        } catch (ProviderException e) {
            provider.close();
            throw e;
        }
    }

    /** So that nobody is asked twice; whether it could be written is told of the server that was named first. */
    private void rememberAlso(ServerLogin login, X509Certificate certificate) {
        try {
            var before = known.find(login.host(), login.port());
            if (before.filter(entry(login, certificate)::equals).isEmpty()) {
                known.rememberAlso(entry(login, certificate));
            }
        } catch (IOException notWritten) {
            log.atInfo().addKeyValue("reason", notWritten.getMessage()).log("A confirmed server is not remembered");
        }
    }

    private static KnownServers.Known entry(ServerLogin login, X509Certificate certificate) {
        return new KnownServers.Known(login.host(), login.port(), KnownServers.fingerprint(certificate), login.user());
    }

    private void requireConfirmed(ServerLogin login, X509Certificate shown)
            throws ProviderException, Dialogue.Cancelled {
        var fingerprint = KnownServers.fingerprint(shown);
        var before = known.find(login.host(), login.port());
        if (before.isPresent() && before.get().fingerprint().equals(fingerprint)) {
            return;
        }
        if (!confirmation.confirms(login.host(), shown, before.isPresent())) {
            throw new ProviderException(CtlMessage.TLS_HANDSHAKE, login.host() + ": " + fingerprint);
        }
    }

    /** Remembers a server that has let the user in; false when it could not be written down. */
    public boolean remember(ServerLogin login, X509Certificate certificate) {
        try {
            known.remember(entry(login, certificate));
            return true;
        } catch (IOException notWritten) {
            return false;
        }
    }
}
