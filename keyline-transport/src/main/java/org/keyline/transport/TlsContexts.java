package org.keyline.transport;

import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.OpenSslSessionContext;
import io.netty.handler.ssl.OpenSslSessionTicketKey;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.SupportedCipherSuiteFilter;
import io.netty.util.ReferenceCountUtil;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import org.keyline.trust.tls.ClientAuthentication;
import org.keyline.trust.tls.TlsEngine;
import org.keyline.trust.tls.TlsSettings;

/**
 * The TLS context of a port, made from {@link TlsSettings} and swapped whole when they change: connections that are
 * open keep theirs, new ones get the new one.
 *
 * <p>Sessions may be resumed for an hour by tickets, whose keys are new with each context, or from a small cache for
 * phones that know no tickets. A resumed session does not show its certificate to the trust manager again; see
 * {@link TlsPeer#resumed}.
 */
final class TlsContexts implements Supplier<SslContext>, AutoCloseable {
    private static final Duration SESSION_LIFE = Duration.ofHours(1);
    private static final int CACHED_SESSIONS = 4_096;

    /** Contexts that were replaced: a connection accepted at that very moment may still be made from one. */
    private final Deque<SslContext> retired = new ArrayDeque<>();

    private volatile SslContext current;

    /** A context for {@code settings}; fails when no TLS implementation can fulfil them. */
    TlsContexts(TlsSettings settings) throws SSLException {
        current = build(settings);
    }

    @Override
    public SslContext get() {
        return current;
    }

    /** From now on new connections go by {@code settings}; when they cannot be fulfilled, all stays as it was. */
    synchronized void renew(TlsSettings settings) throws SSLException {
        var next = build(settings);
        retired.add(current);
        current = next;
        if (retired.size() > 1) {
            ReferenceCountUtil.release(retired.removeFirst());
        }
    }

    /** Frees the contexts; open connections keep what they need of theirs. */
    @Override
    public synchronized void close() {
        retired.forEach(ReferenceCountUtil::release);
        retired.clear();
        ReferenceCountUtil.release(current);
    }

    private static SslContext build(TlsSettings settings) throws SSLException {
        var identity = settings.identity();
        var context = SslContextBuilder.forServer(identity.key(), identity.chain())
                .sslProvider(provider(settings.engine()))
                .protocols(settings.protocols())
                .ciphers(settings.cipherSuites(), SupportedCipherSuiteFilter.INSTANCE)
                .clientAuth(clientAuth(settings.clientAuthentication()))
                .trustManager(settings.peers().trustManager())
                .sessionTimeout(SESSION_LIFE.toSeconds())
                .sessionCacheSize(CACHED_SESSIONS)
                .build();
        if (context.sessionContext() instanceof OpenSslSessionContext sessions) {
            sessions.setTicketKeys(ticketKey());
        }
        return context;
    }

    private static SslProvider provider(TlsEngine engine) {
        return engine == TlsEngine.OPENSSL && OpenSsl.isAvailable() ? SslProvider.OPENSSL_REFCNT : SslProvider.JDK;
    }

    private static ClientAuth clientAuth(ClientAuthentication wanted) {
        return switch (wanted) {
            case NONE -> ClientAuth.NONE;
            case WANT -> ClientAuth.OPTIONAL;
            case NEED -> ClientAuth.REQUIRE;
        };
    }

    private static OpenSslSessionTicketKey ticketKey() {
        var random = new SecureRandom();
        var name = new byte[OpenSslSessionTicketKey.NAME_SIZE];
        var hmac = new byte[OpenSslSessionTicketKey.HMAC_KEY_SIZE];
        var aes = new byte[OpenSslSessionTicketKey.AES_KEY_SIZE];
        random.nextBytes(name);
        random.nextBytes(hmac);
        random.nextBytes(aes);
        return new OpenSslSessionTicketKey(name, hmac, aes);
    }
}
