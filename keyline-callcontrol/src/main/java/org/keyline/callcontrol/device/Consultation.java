package org.keyline.callcontrol.device;

import org.keyline.callcontrol.station.CallReference;
import org.keyline.callcontrol.station.Purpose;

/**
 * Why a call was begun beside another.
 *
 * @param purpose what the two calls shall become
 * @param first the call held meanwhile
 */
record Consultation(Purpose purpose, CallReference first) {}
