package org.keyline.callcontrol.call;

/**
 * What features do where systems differ.
 *
 * @param transferOnHook whether hanging up completes a transfer (service parameter Transfer On-Hook Enabled)
 * @param forwardMaximumHops how often a call may be forwarded (Forward Maximum Hop Count)
 */
public record FeatureSettings(boolean transferOnHook, int forwardMaximumHops) {
    /** As a fresh system has it. */
    public static final FeatureSettings DEFAULT = new FeatureSettings(false, 12);
}
