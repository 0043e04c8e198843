package org.keyline.callcontrol.station;

/**
 * One media session of one leg.
 *
 * @param conference the session, the same for all messages of the stream
 * @param party identifies the stream at the phone (SCCP passThroughPartyId); never used twice at once
 */
public record MediaStream(int conference, int party) {
    private static final int LEG = 0xFF_FFFF;

    /** A leg's stream of a generation: the generation in the top byte over the leg's own number. */
    public static MediaStream of(CallReference leg, int generation, int conference) {
        return new MediaStream(conference, (generation << 24) | (leg.value() & LEG));
    }

    /** Whether it is a stream of this leg. */
    public boolean belongsTo(CallReference leg) {
        return ((party ^ leg.value()) & LEG) == 0;
    }
}
