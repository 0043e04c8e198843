package org.keyline.callcontrol.call;

import java.util.Optional;

/**
 * What features do where systems differ.
 *
 * @param transferOnHook whether hanging up completes a transfer (service parameter Transfer On-Hook Enabled)
 * @param forwardMaximumHops how often a call may be forwarded (Forward Maximum Hop Count)
 * @param maximumConference how many may confer (Maximum Ad Hoc Conference)
 * @param dropConference whether a conference ends when its controller leaves (Drop Ad Hoc Conference)
 * @param builtInBridge whether phones whose own setting is the default have their bridge on (Built In Bridge Enable)
 * @param autoPickup whether who picks up a call has it at once, and need not answer (Auto Call Pickup Enabled)
 * @param voiceMailPilot what the Messages key dials for lines without a pilot of their own (Voice Mail Pilot)
 */
public record FeatureSettings(
        boolean transferOnHook,
        int forwardMaximumHops,
        int maximumConference,
        boolean dropConference,
        boolean builtInBridge,
        boolean autoPickup,
        Optional<String> voiceMailPilot) {
    /** As a fresh system has it. */
    public static final FeatureSettings DEFAULT =
            new FeatureSettings(false, 12, 4, false, false, false, Optional.empty());
}
