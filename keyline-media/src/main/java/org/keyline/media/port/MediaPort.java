package org.keyline.media.port;

import java.util.concurrent.CompletionStage;

/**
 * One port of a media resource. To call control it is like a phone: it listens when told, and sends where it is told.
 *
 * <p>Methods may be called from any thread, never block, and take effect in the order of the calls. After
 * {@link #close} none has an effect.
 */
public interface MediaPort extends AutoCloseable {
    /**
     * Starts receiving, afresh when it was receiving already. The key stays the caller's to wipe.
     *
     * @return where the port listens, or why it does not; never fails otherwise
     */
    CompletionStage<Opening> openReceive(Reception reception);

    /** Stops receiving and forgets the key it received with. */
    void closeReceive();

    /**
     * Starts sending; a transmission under way is replaced. The key stays the caller's to wipe. What the port cannot
     * send (see {@link Refusal}) is logged and not sent.
     */
    void startTransmit(Transmission transmission);

    /** Stops sending and forgets the key it sent with. */
    void stopTransmit();

    /** Gives the port back: both directions end, its keys are wiped, its UDP port is free again. */
    @Override
    void close();
}
