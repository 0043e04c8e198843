package org.keyline.processing.location;

import org.keyline.model.server.Location;

/**
 * How much of a location's bandwidth calls take.
 *
 * @param location with its limit
 * @param taken what is taken now, in kbit/s
 * @param streams how many pieces of media take it: one for each end of a call that is there, for each way to a
 *     conference bridge and each that hears music from afar
 * @param refused how often there was not enough left, since the start
 */
public record LocationUse(Location location, long taken, long streams, long refused) {}
