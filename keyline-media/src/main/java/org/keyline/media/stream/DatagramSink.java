package org.keyline.media.stream;

/** Who takes what a socket receives, on the socket's thread. */
@FunctionalInterface
public interface DatagramSink {
    /** The octets may be changed, and are used again after the call. */
    void received(byte[] octets, int length);
}
