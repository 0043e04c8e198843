package org.keyline.model.server;

/** Where the devices of a pool go when no call manager answers (spec SRST-27). */
public sealed interface SrstFallback {
    /** Nowhere. */
    record Disabled() implements SrstFallback {}

    /** To the IP router they use: each phone fills in its own. */
    record DefaultGateway() implements SrstFallback {}

    /**
     * To a gateway of an SRST reference.
     *
     * @param name the reference's name
     */
    record Reference(String name) implements SrstFallback {}
}
