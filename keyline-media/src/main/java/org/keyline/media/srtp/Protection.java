package org.keyline.media.srtp;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jitsi.srtp.SrtpContextFactory;
import org.jitsi.srtp.SrtpCryptoContext;
import org.jitsi.srtp.SrtpErrorStatus;
import org.jitsi.srtp.SrtpPolicy;
import org.jitsi.srtp.crypto.Aes;
import org.jitsi.utils.logging2.LoggerImpl;
import org.jspecify.annotations.Nullable;
import org.keyline.media.port.StreamKey;
import org.keyline.media.rtp.RtpPacket;

/**
 * SRTP (RFC 3711) with AES_CM_128_HMAC_SHA1_32 in one direction of a stream, or nothing where there is no key. Used by
 * one thread.
 *
 * <p>The master key is wiped by {@link #close}; session keys live in the ciphers until the collector takes them.
 */
public final class Protection implements AutoCloseable {
    /** Octets that protecting adds to a packet. */
    public static final int TAG = 4;

    /** A stream has one source; who shows more than a few is guessing. */
    private static final int MAX_SOURCES = 8;

    private static final int CONTROL_TAG = 10;
    private static final int AUTHENTICATION_KEY = 20;

    /** Held, so that its level stays. */
    private static final Logger LIBRARY_LOG = Logger.getLogger("org.jitsi");

    static {
        LIBRARY_LOG.setLevel(Level.WARNING);
        // Else the library measures which cipher is fastest when the first call begins, which takes a second.
        Aes.setFactoryClassName("SunJCE");
    }

    private final Optional<Master> master;
    private final Map<Integer, SrtpCryptoContext> contexts = new HashMap<>();
    private final PacketBuffer buffer = new PacketBuffer();
    private @Nullable SrtpCryptoContext last;

    private Protection(Optional<Master> master) {
        this.master = master;
    }

    /** For what we send. */
    public static Protection ofSender(Optional<StreamKey> key) {
        return new Protection(key.map(some -> new Master(true, some)));
    }

    /** For what we receive. */
    public static Protection ofReceiver(Optional<StreamKey> key) {
        return new Protection(key.map(some -> new Master(false, some)));
    }

    /** Whether there is a key. */
    public boolean isOn() {
        return master.isPresent();
    }

    /**
     * Encrypts and authenticates in place; the array has room for {@link #TAG} more octets.
     *
     * @return the length after it, or −1 for a packet whose number was used before: it must not be sent
     */
    public int protect(byte[] packet, int length) {
        if (master.isEmpty()) {
            return length;
        }
        buffer.wrap(packet, length);
        try {
            var context = context(RtpPacket.ssrc(packet));
            keep(RtpPacket.ssrc(packet), context);
            return context.transformPacket(buffer) == SrtpErrorStatus.OK ? buffer.getLength() : -1;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SRTP does not work on this machine", e);
        }
    }

    /**
     * Checks and decrypts in place.
     *
     * @return the length after it, or −1 when this is not what the holder of the key sent, or was here before
     */
    public int unprotect(byte[] packet, int length) {
        if (master.isEmpty()) {
            return length;
        }
        int ssrc = RtpPacket.ssrc(packet);
        buffer.wrap(packet, length);
        try {
            var context = context(ssrc);
            if (context.reverseTransformPacket(buffer, false) != SrtpErrorStatus.OK) {
                return -1;
            }
            keep(ssrc, context);
            return buffer.getLength();
        } catch (GeneralSecurityException e) {
            return -1;
        }
    }

    /** Only who has proved to hold the key is remembered, so that guessing pushes nobody out. */
    private void keep(int ssrc, SrtpCryptoContext context) {
        var recent = last;
        if (recent == null || recent.getSsrc() != ssrc) {
            if (contexts.size() >= MAX_SOURCES) {
                contexts.clear();
            }
            contexts.put(ssrc, context);
            last = context;
        }
    }

    private SrtpCryptoContext context(int ssrc) throws GeneralSecurityException {
        var recent = last;
        if (recent != null && recent.getSsrc() == ssrc) {
            return recent;
        }
        var known = contexts.get(ssrc);
        return known == null ? master.orElseThrow().factory.deriveContext(ssrc, 0) : known;
    }

    /** Wipes the master key. Nothing can be protected after that. */
    @Override
    public void close() {
        master.ifPresent(Master::wipe);
        contexts.clear();
        last = null;
    }

    /** Our copy of the master key and the library that holds it; it copies the arrays or keeps them, both is wiped. */
    private static final class Master {
        private final byte[] key;
        private final byte[] salt;
        private final SrtpContextFactory factory;

        Master(boolean sender, StreamKey of) {
            key = of.key();
            salt = of.salt();
            factory = new SrtpContextFactory(
                    sender, key, salt, policy(TAG), policy(CONTROL_TAG), new LoggerImpl(Protection.class.getName()));
        }

        private static SrtpPolicy policy(int tag) {
            return new SrtpPolicy(
                    SrtpPolicy.AESCM_ENCRYPTION,
                    StreamKey.KEY_LENGTH,
                    SrtpPolicy.HMACSHA1_AUTHENTICATION,
                    AUTHENTICATION_KEY,
                    tag,
                    StreamKey.SALT_LENGTH);
        }

        void wipe() {
            factory.close();
            Arrays.fill(key, (byte) 0);
            Arrays.fill(salt, (byte) 0);
        }
    }
}
