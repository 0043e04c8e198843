package org.keyline.node;

import java.net.InetAddress;
import java.time.Clock;
import java.util.ArrayList;
import org.keyline.config.Configuration;
import org.keyline.config.snapshot.SnapshotSource;
import org.keyline.ctl.CapfTrustStore;
import org.keyline.model.security.ExpiredMicPolicy;
import org.keyline.model.server.Node;
import org.keyline.processing.Processing;
import org.keyline.processing.record.CallRecords;
import org.keyline.serviceability.alarm.AlarmLog;
import org.keyline.serviceability.posture.ObservedDevices;
import org.keyline.serviceability.trace.TraceRing;
import org.keyline.serviceability.waiting.WaitingPhones;
import org.keyline.transport.EventLoops;
import org.keyline.trust.certificate.NodeCertificates;
import org.keyline.trust.inventory.CertificateInventory;
import org.keyline.trust.inventory.TrustPurpose;
import org.keyline.trust.lsc.PhoneCertificates;

/**
 * What the services of a node stand on.
 *
 * @param settings how it was started
 * @param address where phones reach it
 * @param directory its files
 * @param self this node as it is configured
 * @param certificates its own certificates and keys, as they were when it started: phones know those
 * @param inventory all certificates as they are now
 * @param configuration the configuration
 * @param processing devices and calls
 * @param loops the threads of its sockets
 * @param watch who notes what happens
 */
record Foundation(
        NodeSettings settings,
        InetAddress address,
        NodeDirectory directory,
        Node self,
        NodeCertificates certificates,
        CertificateInventory inventory,
        Configuration configuration,
        Processing processing,
        EventLoops loops,
        Watch watch) {
    /**
     * Who notes what happens.
     *
     * @param alarms raised alarms
     * @param trace what devices and calls say to each other
     * @param waiting unknown phones that knock
     * @param observed how devices were seen
     * @param clock tells when
     */
    record Watch(AlarmLog alarms, TraceRing trace, WaitingPhones waiting, ObservedDevices observed, Clock clock) {
        /** Notes for a node that starts, empty. */
        static Watch begin(Clock clock, int tracedSignals) {
            return new Watch(
                    new AlarmLog(clock),
                    new TraceRing(tracedSignals),
                    new WaitingPhones(clock),
                    new ObservedDevices(clock),
                    clock);
        }

        /** The same as call processing knows it. */
        Processing.Serviceability ofProcessing(CallRecords records) {
            return new Processing.Serviceability(alarms, trace, waiting, records);
        }
    }

    /** The configuration in force, now and after each change. */
    SnapshotSource snapshots() {
        return configuration.snapshots();
    }

    /** An integer parameter as it is now. */
    int parameter(String name) {
        return snapshots().current().parameters().integer(name);
    }

    /** Whose signatures on phone certificates count when a phone enrols. */
    PhoneCertificates enrolmentIssuers() {
        return phoneIssuers().admittingExpiredMics(expiredMics().admitsToEnrolment());
    }

    /** Whose signatures on phone certificates count when a phone registers. */
    PhoneCertificates registrationIssuers() {
        return phoneIssuers().admittingExpiredMics(expiredMics().admitsToRegistration());
    }

    private ExpiredMicPolicy expiredMics() {
        return ExpiredMicPolicy.valueOf(snapshots().current().parameters().text("enterprise.expiredMics"));
    }

    /**
     * Whose signatures on phone certificates count: CAPF's, present and former, that of the cluster's CAPF which a CTL
     * client brought, those of other issuers of LSCs, and the trusted manufacturers'.
     */
    private PhoneCertificates phoneIssuers() {
        var issuers = new ArrayList<>(certificates.lscIssuers());
        issuers.addAll(CapfTrustStore.in(directory.path()).brought());
        issuers.addAll(inventory.trusted(TrustPurpose.LSC_ISSUERS));
        return new PhoneCertificates(issuers, inventory.trusted(TrustPurpose.PHONE_MANUFACTURERS));
    }
}
