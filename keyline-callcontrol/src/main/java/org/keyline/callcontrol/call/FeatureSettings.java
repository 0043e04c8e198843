package org.keyline.callcontrol.call;

/**
 * What features do where systems differ.
 *
 * @param transferOnHook whether hanging up completes a transfer (service parameter Transfer On-Hook Enabled)
 */
public record FeatureSettings(boolean transferOnHook) {
    /** As a fresh system has it. */
    public static final FeatureSettings DEFAULT = new FeatureSettings(false);
}
