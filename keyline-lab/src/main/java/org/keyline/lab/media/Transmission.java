package org.keyline.lab.media;

import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * How a phone was told to send (StartMediaTransmission).
 *
 * @param to where the packets go
 * @param codec the law
 * @param packetMillis audio in one packet, 10…60 ms
 * @param key the key of the stream away from this phone; empty for plain RTP
 */
public record Transmission(InetSocketAddress to, G711 codec, int packetMillis, Optional<SrtpKey> key) {}
