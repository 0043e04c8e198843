package org.keyline.processing.record;

import org.keyline.callcontrol.station.StationSignal.Statistics;
import org.keyline.model.device.DeviceName;

/**
 * What a phone counted of a leg that ended; what a call management record is made of.
 *
 * @param device the phone
 * @param number the directory number of the leg
 * @param counters what it counted
 */
public record LegQuality(DeviceName device, String number, Statistics counters) {}
