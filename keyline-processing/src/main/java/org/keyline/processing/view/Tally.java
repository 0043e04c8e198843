package org.keyline.processing.view;

import org.keyline.model.security.SecurityClass;

/** Devices and calls as numbers, counted when asked. Safe from any thread; never blocks. */
public interface Tally {
    /** Devices that are registered with this security. */
    long registered(SecurityClass security);

    /** Devices that were let in with this security and have not said yet what they can do. */
    long partiallyRegistered(SecurityClass security);

    /** Calls of this class whose ends hear each other. A call that is held is not among them. */
    long callsActive(SecurityClass security);

    /** Calls of this class whose ends heard each other and that are over, since the start; it never falls. */
    long callsCompleted(SecurityClass security);

    /** How often a location had not enough bandwidth for a call, since the start; it never falls. */
    long outOfBandwidth();

    /** All calls, from dial tone on. */
    long callsInProgress();
}
