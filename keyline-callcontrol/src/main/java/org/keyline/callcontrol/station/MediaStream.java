package org.keyline.callcontrol.station;

/**
 * One media session of one leg.
 *
 * @param conference the session, the same for all messages of the stream
 * @param party identifies the stream at the phone (SCCP passThroughPartyId); never used twice at once
 */
public record MediaStream(int conference, int party) {}
