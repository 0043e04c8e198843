package org.keyline.ctl;

import org.keyline.model.security.ClusterSecurityMode;

/** The three things an administrator can have the CTL client do. */
public enum CtlChoice {
    /** Set CallManager Cluster to Mixed Mode. */
    MIXED_MODE,
    /** Set CallManager Cluster to Non-Secure Mode. */
    NON_SECURE_MODE,
    /** Update CTL File: the mode stays. */
    UPDATE;

    /** The mode after it, when {@code present} is in force before. */
    public ClusterSecurityMode modeAfter(ClusterSecurityMode present) {
        return switch (this) {
            case MIXED_MODE -> ClusterSecurityMode.MIXED;
            case NON_SECURE_MODE -> ClusterSecurityMode.NON_SECURE;
            case UPDATE -> present;
        };
    }
}
