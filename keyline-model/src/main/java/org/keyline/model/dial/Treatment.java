package org.keyline.model.dial;

import java.util.Optional;

/**
 * How calls to a pattern are treated, whatever it stands for.
 *
 * @param urgent whether it is taken at once when it is the best match, though longer numbers are possible
 * @param outsideDialTone whether a caller on the way to it shall hear the outside dial tone
 * @param emergency whether help is called by it: taken at once, and no code is ever asked for on its way
 * @param blocked why calls to it are refused; empty when they are not
 * @param codes what a caller must enter first
 */
public record Treatment(
        boolean urgent, boolean outsideDialTone, boolean emergency, Optional<ReleaseCause> blocked, CodeDemand codes) {
    /** Nothing special. */
    public static final Treatment USUAL = new Treatment(false, false, false, Optional.empty(), CodeDemand.NONE);

    /** Taken at once. */
    public static final Treatment URGENT = new Treatment(true, false, false, Optional.empty(), CodeDemand.NONE);

    /** Taken at once and never asked for a code. */
    public static final Treatment EMERGENCY = new Treatment(true, false, true, Optional.empty(), CodeDemand.NONE);

    /** The same, with the outside dial tone. */
    public Treatment withOutsideDialTone() {
        return new Treatment(urgent, true, emergency, blocked, codes);
    }

    /** The same, refusing calls for this reason. */
    public Treatment blocking(ReleaseCause cause) {
        return new Treatment(urgent, outsideDialTone, emergency, Optional.of(cause), codes);
    }

    /** The same, asking for these codes. */
    public Treatment asking(CodeDemand demand) {
        return new Treatment(urgent, outsideDialTone, emergency, blocked, demand);
    }

    /** Whether no time may be lost once it is the best match. */
    public boolean takenAtOnce() {
        return urgent || emergency;
    }
}
