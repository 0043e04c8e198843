package org.keyline.model.security;

/** The cluster's security mode, set by the CTL client only (spec OV-06, CTL3). */
public enum ClusterSecurityMode {
    NON_SECURE(0),
    MIXED(1);

    private final int value;

    ClusterSecurityMode(int value) {
        this.value = value;
    }

    /** The value shown as the enterprise parameter Cluster Security Mode: 1 = mixed. */
    public int value() {
        return value;
    }
}
