package org.keyline.callcontrol.call;

import org.keyline.callcontrol.party.Terminal;
import org.keyline.callcontrol.station.CallReference;

/** One side of a call: its reference and whose it is. */
public record Leg(CallReference reference, Terminal terminal) {}
