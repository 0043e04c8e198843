package org.keyline.callcontrol.station;

import org.keyline.model.security.SecurityClass;

/**
 * Somebody in a conference, as the list of it shows them.
 *
 * @param leg their leg
 * @param controls whether they made the conference
 * @param security how secure their way to the bridge is
 */
public record Participant(CallReference leg, Party party, boolean controls, SecurityClass security) {}
