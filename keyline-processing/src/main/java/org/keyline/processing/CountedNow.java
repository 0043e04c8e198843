package org.keyline.processing;

import org.keyline.model.security.SecurityClass;
import org.keyline.processing.call.Calls;
import org.keyline.processing.device.Directory;
import org.keyline.processing.location.LocationLedger;
import org.keyline.processing.view.Tally;

/** Counts devices and calls when somebody asks, so that neither keeps numbers of its own. */
record CountedNow(Directory directory, Calls calls, LocationLedger locations) implements Tally {
    @Override
    public long registered(SecurityClass security) {
        return directory.count(security, true);
    }

    @Override
    public long partiallyRegistered(SecurityClass security) {
        return directory.count(security, false);
    }

    @Override
    public long callsActive(SecurityClass security) {
        return calls.active(security);
    }

    @Override
    public long callsCompleted(SecurityClass security) {
        return calls.completed(security);
    }

    @Override
    public long outOfBandwidth() {
        return locations.refusals();
    }

    @Override
    public long callsInProgress() {
        return calls.count();
    }
}
