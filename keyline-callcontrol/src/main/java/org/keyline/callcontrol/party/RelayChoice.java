package org.keyline.callcontrol.party;

/** Whether a device's media goes through a media termination point. */
public enum RelayChoice {
    /** It need not. */
    DIRECT,
    /** It does (Media Termination Point Required). */
    TERMINATED,
    /** It does, through one that the network trusts (Use Trusted Relay Point). */
    TRUSTED
}
