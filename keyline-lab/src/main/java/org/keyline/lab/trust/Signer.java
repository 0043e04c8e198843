package org.keyline.lab.trust;

import org.keyline.lab.files.Octets;

/**
 * The certificate a signature names: its serial number and its issuer, as the lists write them.
 *
 * @param serial magnitude only
 * @param issuer the issuer's name, parts separated by {@code ;}
 */
public record Signer(Octets serial, String issuer) {}
