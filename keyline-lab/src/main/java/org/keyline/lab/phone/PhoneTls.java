package org.keyline.lab.phone;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;
import org.keyline.lab.trust.Flash;
import org.keyline.lab.trust.PeerCheck;
import org.keyline.lab.trust.PhoneIdentity;
import org.keyline.lab.trust.Role;

/** A phone's TLS towards the call manager: its LSC or MIC, and a server out of its trust lists, nothing else. */
final class PhoneTls {
    private PhoneTls() {}

    /** A context for one connection, made from the flash as it is now. */
    static SslContext context(Flash flash, java.util.List<String> ciphers) throws SSLException {
        var builder = SslContextBuilder.forClient()
                .sslProvider(SslProvider.JDK)
                .endpointIdentificationAlgorithm(null)
                .trustManager(new PeerCheck(flash, Role::signals))
                .keyManager(new OneKey(flash.identity()));
        return (ciphers.isEmpty() ? builder : builder.ciphers(ciphers)).build();
    }

    /** Presents the phone's certificate whatever issuers the server names, as phones do. */
    private static final class OneKey extends X509ExtendedKeyManager {
        private static final String ALIAS = "phone";

        private final Optional<PhoneIdentity> identity;

        private OneKey(Optional<PhoneIdentity> identity) {
            this.identity = identity;
        }

        private @Nullable String alias(String[] keyTypes) {
            return identity.isPresent()
                            && java.util.List.of(keyTypes)
                                    .contains(identity.get().key().getAlgorithm())
                    ? ALIAS
                    : null;
        }

        @Override
        public @Nullable String chooseClientAlias(
                String[] keyTypes, Principal @Nullable [] issuers, @Nullable Socket socket) {
            return alias(keyTypes);
        }

        @Override
        public @Nullable String chooseEngineClientAlias(
                String[] keyTypes, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
            return alias(keyTypes);
        }

        @Override
        public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
            return identity.isPresent() ? new String[] {ALIAS} : null;
        }

        @Override
        public X509Certificate @Nullable [] getCertificateChain(String alias) {
            return identity.map(some -> new X509Certificate[] {some.certificate()})
                    .orElse(null);
        }

        @Override
        public @Nullable PrivateKey getPrivateKey(String alias) {
            return identity.map(PhoneIdentity::key).orElse(null);
        }

        @Override
        public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
            return null;
        }

        @Override
        public @Nullable String chooseServerAlias(
                String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
            return null;
        }
    }
}
