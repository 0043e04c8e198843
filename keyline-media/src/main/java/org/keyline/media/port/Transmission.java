package org.keyline.media.port;

import java.util.Optional;
import org.keyline.model.media.AudioCodec;
import org.keyline.model.media.MediaAddress;

/**
 * What a port shall send.
 *
 * @param to where the other side listens
 * @param codec the codec
 * @param packetMillis the time in a packet
 * @param key the key for this stream (AES_CM_128_HMAC_SHA1_32), or empty for RTP in the clear
 */
public record Transmission(MediaAddress to, AudioCodec codec, int packetMillis, Optional<StreamKey> key) {}
