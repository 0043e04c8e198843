package org.keyline.callcontrol.party;

/** How media may be protected (RFC 3711). */
public enum SrtpAlgorithm {
    /** The one every phone with media encryption has. */
    AES_CM_128_HMAC_SHA1_32
}
