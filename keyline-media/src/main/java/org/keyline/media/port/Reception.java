package org.keyline.media.port;

import java.util.Optional;
import org.keyline.model.media.AudioCodec;

/**
 * What a port shall receive.
 *
 * @param codec the codec
 * @param packetMillis the time in a packet
 * @param key the key the sender has (AES_CM_128_HMAC_SHA1_32), or empty for RTP in the clear
 */
public record Reception(AudioCodec codec, int packetMillis, Optional<StreamKey> key) {}
