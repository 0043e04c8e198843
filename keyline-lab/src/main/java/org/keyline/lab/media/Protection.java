package org.keyline.lab.media;

import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jitsi.srtp.SrtpContextFactory;
import org.jitsi.srtp.SrtpCryptoContext;
import org.jitsi.srtp.SrtpErrorStatus;
import org.jitsi.utils.logging2.LoggerImpl;

/** SRTP in one direction of one stream, or nothing where the call has no keys. Used by one thread. */
final class Protection {
    /** A stream has one source; more than a few mean somebody is guessing. */
    private static final int MAX_SOURCES = 8;

    private final Optional<SrtpContextFactory> factory;
    private final Map<Integer, SrtpCryptoContext> contexts = new HashMap<>();

    private Protection(Optional<SrtpContextFactory> factory) {
        this.factory = factory;
    }

    static Protection ofSender(Optional<SrtpKey> key) {
        return new Protection(key.map(some -> factory(true, some)));
    }

    static Protection ofReceiver(Optional<SrtpKey> key) {
        return new Protection(key.map(some -> factory(false, some)));
    }

    /** Encrypts and authenticates in place. */
    void protect(RtpPacket packet) throws GeneralSecurityException {
        var context = context(packet.ssrc());
        if (context.isPresent()) {
            context.get().transformPacket(packet);
        }
    }

    /** Checks and decrypts in place; false when the packet is not what the key holder sent. */
    boolean unprotect(RtpPacket packet) throws GeneralSecurityException {
        if (factory.isEmpty()) {
            return true;
        }
        if (!contexts.containsKey(packet.ssrc()) && contexts.size() >= MAX_SOURCES) {
            return false;
        }
        var context = context(packet.ssrc());
        return context.isPresent() && context.get().reverseTransformPacket(packet, false) == SrtpErrorStatus.OK;
    }

    private Optional<SrtpCryptoContext> context(int ssrc) throws GeneralSecurityException {
        if (factory.isPresent() && !contexts.containsKey(ssrc)) {
            contexts.put(ssrc, factory.get().deriveContext(ssrc, 0));
        }
        return Optional.ofNullable(contexts.get(ssrc));
    }

    private static SrtpContextFactory factory(boolean sender, SrtpKey key) {
        return new SrtpContextFactory(
                sender,
                key.key().toArray(),
                key.salt().toArray(),
                key.policy(),
                SrtpKey.controlPolicy(),
                new LoggerImpl(Protection.class.getName()));
    }
}
