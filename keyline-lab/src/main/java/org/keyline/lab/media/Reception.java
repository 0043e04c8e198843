package org.keyline.lab.media;

import java.util.Optional;

/**
 * How a phone was told to receive (OpenReceiveChannel).
 *
 * @param codec the law the other side uses
 * @param key the key of the stream towards this phone; empty for plain RTP
 */
public record Reception(G711 codec, Optional<SrtpKey> key) {}
