package org.keyline.node;

import java.util.Map;
import org.keyline.serviceability.alarm.AlarmCatalogue;
import org.keyline.serviceability.alarm.Alarms;
import org.keyline.trust.lsc.PhoneCertificateVerdict.Refused;
import org.keyline.trust.tls.PeerRefusals;

/** Turns a refused phone certificate into an alarm. */
record CertificateRefusals(Alarms alarms) implements PeerRefusals {
    @Override
    public void refused(Refused verdict) {
        alarms.raise(
                AlarmCatalogue.CERTIFICATE_REFUSED,
                Map.of(
                        "peer", "a phone",
                        "certificate",
                                verdict.certificate().getSubjectX500Principal().getName(),
                        "reason", verdict.description()));
    }
}
