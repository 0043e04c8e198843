package org.keyline.serviceability.supervisor;

import java.util.function.Consumer;

/** Something a node runs and an administrator starts and stops. */
public interface Service {
    /** The name tools expect, for example {@code Cisco CallManager}. */
    String name();

    /** Starts it and returns when it serves; throws with a message that says what to do. May block. */
    void start() throws Exception;

    /** Stops it and frees its ports; quiet when it is not running. May block. */
    void stop() throws Exception;

    /**
     * Hands over where the service reports that it died while running; called once before the first start. A service
     * that cannot die on its own ignores it.
     */
    default void onCrash(Consumer<Throwable> report) {}
}
