package org.keyline.ctl;

import java.io.IOException;
import org.keyline.model.security.ClusterSecurityMode;

/**
 * Where the cluster security mode is kept: the configuration database, from which running services learn of a change.
 * Nobody but the CTL client sets it.
 */
public interface ClusterSecurity {
    /**
     * Makes sure that a mode could be kept.
     *
     * @throws IOException when the place where it is kept cannot be used
     */
    default void requireUsable() throws IOException {}

    /** The mode in force. */
    ClusterSecurityMode mode();

    /**
     * Sets the mode; returns when it is durable.
     *
     * @throws IOException when it cannot be stored; the old mode is then still in force
     */
    void set(ClusterSecurityMode mode) throws IOException;
}
