package org.keyline.capf.session;

import org.keyline.trust.lsc.CertificateKind;
import org.keyline.trust.tlv.Octets;

/** A certificate the phone showed, not looked into. */
public record Found(CertificateKind kind, Octets der) {}
