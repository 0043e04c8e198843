package org.keyline.processing.view;

import java.time.Instant;
import java.util.Optional;

/**
 * A call that is over.
 *
 * @param last how it stood before it ended
 * @param connected when it was answered; empty when it never was
 * @param ended when it ended
 */
public record EndedCall(CallView last, Optional<Instant> connected, Instant ended) {}
